import type { User } from '@vibe/contract';
import { Avatar } from '@vibe/react';
import { PeoplePicker, PersonLine, PersonSkeleton } from '@vibe/react/gallery';
import { useState } from 'react';
import { galleryClient } from '../client/gallery-client.ts';
import { people as cast, everybody } from '../data/people.ts';
import { emptyState } from '../data/state.ts';
import type { Specimen } from '../page/specimen.ts';
import { Row, State } from '../page/state.tsx';

const profiles = everybody.map((user) => ({ ...user, email: null }));
const search = (answer: unknown) => galleryClient(emptyState, { answers: { 'user.search': () => answer } });
const sizes = ['tiny', 'small', 'medium', 'large'] as const;

export const people: readonly Specimen[] = [
  {
    id: 'avatars',
    title: 'Pictures',
    height: 420,
    render: () => (
      <>
        <State name="sizes">
          <Row>
            {sizes.map((size) => (
              <Avatar key={size} id={1} name="Maya Okafor" size={size} presence="online" />
            ))}
          </Row>
        </State>
        <State name="online, away, offline, with a picture, one that cannot be had">
          <Row>
            <Avatar id={3} name="Leo Fischer" presence="online" />
            <Avatar id={4} name="田中 ゆき" presence="away" />
            <Avatar id={5} name="Jonas" presence="offline" />
            <Avatar id={2} name="Ana Souza" imageUrl={cast.ana.avatarUrl} presence="online" />
            <Avatar id={6} name="Broken Picture" imageUrl="data:image/png;base64,AAAA" />
          </Row>
        </State>
        <State name="colours and letters">
          <Row>
            {everybody.map(({ id, fullName }) => (
              <Avatar key={id} id={id} name={fullName} />
            ))}
          </Row>
        </State>
      </>
    ),
  },
  {
    id: 'people',
    title: 'People',
    height: 760,
    render: () => (
      <>
        {profiles.map((user) => (
          <PersonLine key={user.id} user={user} />
        ))}
        <PersonSkeleton />
      </>
    ),
  },
  {
    id: 'people-picker',
    title: 'People picker',
    height: 520,
    client: search({ users: profiles, nextKey: 'more' }),
    render: () => <Picker selected={[cast.leo, cast.long, cast.unbroken]} />,
  },
  {
    id: 'people-picker-empty',
    title: 'People picker: nobody found',
    height: 420,
    client: search({ users: [], nextKey: null }),
    render: () => <Picker />,
  },
  {
    id: 'people-picker-loading',
    title: 'People picker: loading',
    height: 360,
    client: search(new Promise(() => {})),
    render: () => <Picker />,
  },
  {
    id: 'people-picker-failed',
    title: 'People picker: it cannot search',
    height: 260,
    render: () => <Picker />,
  },
];

function Picker({ selected: initial = [] }: { selected?: readonly User[] }) {
  const [selected, setSelected] = useState(initial);
  return <PeoplePicker label="People" selected={selected} onChange={setSelected} />;
}
