import { Composer } from '@vibe/react/gallery';
import { galleryClient } from '../client/gallery-client.ts';
import { chats, runnersId } from '../data/chats.ts';
import { people } from '../data/people.ts';
import { stateOf } from '../data/state.ts';
import type { Specimen } from '../page/specimen.ts';
import { State } from '../page/state.tsx';

const ignore = () => {};
const state = stateOf(chats);
const messages = state.chat.conversations.get(runnersId)?.messages ?? [];
const own = messages.filter(({ senderId, content }) => senderId === people.maya.id && content !== null);

export const composer: readonly Specimen[] = [
  {
    id: 'composer',
    title: 'Composer: a new message, and a change of a short and of a long one',
    height: 560,
    client: galleryClient(state),
    render: () => (
      <>
        <State name="new">
          <Composer conversationId={runnersId} editing={null} onEditingChange={ignore} />
        </State>
        {own.slice(-2).map(({ id }) => (
          <State key={id} name="changing one">
            <Composer conversationId={runnersId} editing={{ messageId: id }} onEditingChange={ignore} />
          </State>
        ))}
      </>
    ),
  },
];
