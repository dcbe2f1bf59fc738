import type { ParticipantRole } from '@vibe/contract';
import { Details } from '@vibe/react';
import { AddMembers, DetailsFrame, DetailsSkeleton, RemoveMember } from '@vibe/react/gallery';
import type { ReactNode } from 'react';
import { type GalleryClientOptions, galleryClient } from '../client/gallery-client.ts';
import { prepare, type Wanted } from '../data/conversations.ts';
import { crowd, everybody, people } from '../data/people.ts';
import { stateOf } from '../data/state.ts';
import { hours, minutesAgo } from '../data/times.ts';
import type { Specimen } from '../page/specimen.ts';

const id = 1;
const ignore = () => {};
const others = everybody.filter((user) => user !== people.maya && user !== people.bot);
const { maya, ana, leo, gone, long, rtl, yuki } = people;

/** The details of one prepared conversation. */
function detailsOf(
  wanted: Omit<Wanted, 'id'>,
  specimen: Pick<Specimen, 'id' | 'title'> & { height?: number; blocked?: number[] } & GalleryClientOptions,
): Specimen {
  const { height = 820, blocked = [], isFailing = false, ...rest } = specimen;
  const state = stateOf([prepare({ id, ...wanted })], { blockedIds: new Set(blocked) });
  return {
    ...rest,
    height,
    width: 340,
    isWhole: true,
    client: galleryClient(state, {
      isFailing,
      answers: { 'user.search': () => ({ users: [], nextKey: null }) },
    }),
    render: () => <Details conversationId={id} onClose={ignore} />,
  };
}

const groupAs = (role: ParticipantRole): Omit<Wanted, 'id'> => ({
  name: 'Saturday Runners',
  others,
  roles: { [maya.id]: role, [ana.id]: 'owner', [leo.id]: 'admin', [yuki.id]: 'admin' },
});

export const details: readonly Specimen[] = [
  detailsOf({ others: [ana] }, { id: 'details-direct', title: 'Details of a person' }),
  detailsOf(
    {
      others: [long],
      preference: { mutedUntil: minutesAgo(-3 * hours), pinnedAt: minutesAgo(1), archivedAt: minutesAgo(1) },
    },
    {
      id: 'details-direct-kept',
      title: 'Details: a long name; muted, pinned, archived, blocked',
      blocked: [long.id],
    },
  ),
  detailsOf({ others: [gone] }, { id: 'details-direct-gone', title: 'Details of a deactivated account' }),
  detailsOf(groupAs('owner'), {
    id: 'details-owner',
    title: 'Details of a group, as an owner',
    height: 1_240,
  }),
  detailsOf(groupAs('admin'), {
    id: 'details-admin',
    title: 'Details of a group, as an admin',
    height: 1_240,
  }),
  detailsOf(groupAs('member'), {
    id: 'details-member',
    title: 'Details of a group, as a member',
    height: 1_240,
  }),
  detailsOf(
    { name: long.fullName, others: [rtl], roles: { [maya.id]: 'owner' }, historyVisible: false },
    { id: 'details-long', title: 'Details: a long name, hidden history' },
  ),
  detailsOf(
    { name: 'קבוצת הריצה של שבת', others: [rtl, ana], roles: { [maya.id]: 'owner' } },
    { id: 'details-rtl', title: 'Details: from right to left' },
  ),
  detailsOf(
    { name: 'Everybody', others: [...others, ...crowd], roles: { [maya.id]: 'owner' } },
    { id: 'details-crowd', title: 'Details of a group of a thousand' },
  ),
  detailsOf(
    { name: 'Everybody', others: [...others, ...crowd], isSummary: true },
    { id: 'details-loading-members', title: 'Details: the members are on their way' },
  ),
  detailsOf(
    { name: 'Everybody', others: [...others, ...crowd], isSummary: true },
    { id: 'details-failed', title: 'Details: the members could not be loaded', isFailing: true },
  ),
  {
    id: 'details-skeleton',
    title: 'Details: loading',
    height: 520,
    width: 340,
    isWhole: true,
    render: () => (
      <DetailsFrame onClose={ignore}>
        <DetailsSkeleton />
      </DetailsFrame>
    ),
  },
  dialogOf('add-members', 'Add members', ({ conversation }) => (
    <AddMembers conversation={conversation} onClose={ignore} />
  )),
  dialogOf('remove-member', 'Remove a member', (known) => (
    <RemoveMember known={known} member={known.conversation.membership} onClose={ignore} />
  )),
];

type Known = Parameters<typeof RemoveMember>[0]['known'];

function dialogOf(specimenId: string, title: string, render: (known: Known) => ReactNode): Specimen {
  const state = stateOf([prepare({ id, ...groupAs('owner') })]);
  const users = [ana, long, rtl, ...crowd.slice(0, 9)].map((user) => ({ ...user, email: null }));
  const known = state.chat.conversations.get(id);
  return {
    id: specimenId,
    title,
    height: 640,
    client: galleryClient(state, { answers: { 'user.search': () => ({ users, nextKey: null }) } }),
    render: () => known && render(known),
  };
}
