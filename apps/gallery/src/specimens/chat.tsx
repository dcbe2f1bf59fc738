import type { ChatState, SyncState } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { Chat, ChatWindow, ConversationList } from '@vibe/react';
import { DeleteMessage, MessageInfo, NewConversation, ReportMessage } from '@vibe/react/gallery';
import type { ReactNode } from 'react';
import { galleryClient } from '../client/gallery-client.ts';
import { chatIds, chats, runnersId } from '../data/chats.ts';
import { everybody, people } from '../data/people.ts';
import { emptyState, stateOf } from '../data/state.ts';
import { minutesAgo } from '../data/times.ts';
import type { Specimen } from '../page/specimen.ts';

const ignore = () => {};
const state = stateOf(chats);

const pendingOf = (conversationId: number): Pick<ChatState, 'pending'> => ({
  pending: new Map([
    [
      conversationId,
      [
        { clientId: 'sending', content: 'On its way', createdAt: minutesAgo(0), failure: null },
        {
          clientId: 'failed',
          content: 'This one was refused',
          createdAt: minutesAgo(0),
          failure: { code: 'BLOCKED', message: 'This person does not take messages from you.' },
        },
      ],
    ],
  ]),
});

type Changes = Parameters<typeof stateOf>[1];
const changed = (changes: Changes): SyncState => stateOf(chats, changes);

function part(id: string, title: string, shown: SyncState, render: () => ReactNode): Specimen {
  return { id, title, height: 720, isWhole: true, client: galleryClient(shown), render };
}

const windowOf = (conversationId: number) => () => (
  <ChatWindow target={{ conversationId }} onBack={ignore} onShowDetails={ignore} />
);

const whole = (id: string, title: string, shown: SyncState, conversationId?: number): Specimen => ({
  ...part(id, title, shown, () => <Chat />),
  width: 1_280,
  ...(conversationId !== undefined && { open: { conversationId } }),
});

export const chat: readonly Specimen[] = [
  whole('chat', 'The whole chat', state, runnersId),
  whole('chat-list', 'The whole chat: nothing open', state),
  whole('chat-loading', 'The whole chat: loading', { ...emptyState, me: null, connection: 'connecting' }, 1),
  whole('chat-new', 'The whole chat: somebody new', emptyState),
  part('list', 'Conversation list', state, () => <ConversationList />),
  part(
    'list-live',
    'Conversation list: typing, offline',
    changed({ connection: 'offline', typing: new Map([[runnersId, [people.ana.id, people.leo.id]]]) }),
    () => <ConversationList />,
  ),
  part('list-empty', 'Conversation list: empty', emptyState, () => <ConversationList />),
  part('list-loading', 'Conversation list: loading', { ...emptyState, me: null }, () => <ConversationList />),
  { ...part('messages', 'Messages of every kind', state, windowOf(runnersId)), height: 1_900 },
  part(
    'messages-pending',
    'Messages: on their way, and refused',
    changed({ chat: pendingOf(chatIds.direct) }),
    windowOf(chatIds.direct),
  ),
  part(
    'window-live',
    'Conversation: typing, no connection',
    changed({ connection: 'offline', typing: new Map([[runnersId, [people.ana.id, people.long.id]]]) }),
    windowOf(runnersId),
  ),
  part('window-empty', 'Conversation: nothing written yet', state, windowOf(chatIds.empty)),
  part(
    'window-blocked',
    'Conversation: blocked',
    changed({ blockedIds: new Set([people.ana.id]) }),
    windowOf(chatIds.direct),
  ),
  part(
    'window-deactivated',
    'Conversation: with a deactivated account',
    state,
    windowOf(chatIds.deactivated),
  ),
  part(
    'window-absent',
    'Conversation: there is none',
    changed({ chat: { absentIds: new Set([99]) } }),
    windowOf(99),
  ),
  part(
    'window-left',
    'Conversation: removed from it',
    changed({ chat: { leftVersions: new Map([[99, 1]]) } }),
    windowOf(99),
  ),
  part(
    'window-loading',
    'Conversation: loading',
    changed({ chat: { missingIds: new Set([99]) } }),
    windowOf(99),
  ),
  messageDialog('message-info', 'Who read a message', (message) => {
    const known = state.chat.conversations.get(runnersId);
    return known && <MessageInfo message={message} known={known} returnFocusTo={null} onClose={ignore} />;
  }),
  messageDialog('report-message', 'Report a message', (message) => (
    <ReportMessage message={message} returnFocusTo={null} onClose={ignore} say={ignore} />
  )),
  messageDialog('delete-message', 'Delete a message', (message) => (
    <DeleteMessage message={message} returnFocusTo={null} onClose={ignore} />
  )),
  {
    id: 'new-conversation',
    title: 'New conversation',
    height: 720,
    client: galleryClient(state, {
      answers: {
        'user.search': () => ({
          users: everybody.map((user) => ({ ...user, email: null })),
          nextKey: null,
        }),
      },
    }),
    render: () => <NewConversation onClose={ignore} />,
  },
];

/** A dialog about the last message of the runners. */
function messageDialog(id: string, title: string, render: (message: Message) => ReactNode): Specimen {
  const message = state.chat.conversations.get(runnersId)?.messages.at(-1);
  return { id, title, height: 560, client: galleryClient(state), render: () => message && render(message) };
}
