import {
  type ChatState,
  emptyChatState,
  foldConversation,
  foldMessagePage,
  type SyncState,
} from '@vibe/client';
import type { User } from '@vibe/contract';
import type { Prepared } from './conversations.ts';
import { everybody, people, presences } from './people.ts';

const me = { user: { ...people.maya, email: 'maya@example.com' }, scopes: [] };

/** Connected, and nothing else. */
export const emptyState: SyncState = {
  connection: 'live',
  isCaughtUp: true,
  me,
  chat: emptyChatState(people.maya.id),
  nextKey: null,
  blockedIds: new Set(),
  typing: new Map(),
  presences: new Map(presences.map((presence) => [presence.userId, presence])),
};

type Changes = Omit<Partial<SyncState>, 'chat'> & { chat?: Partial<ChatState> };

/** Maya's chats, with these conversations in them. */
export const stateOf = (prepared: readonly Prepared[], { chat, ...changes }: Changes = {}): SyncState => ({
  ...emptyState,
  ...changes,
  chat: { ...prepared.reduce(fold, emptyState.chat), ...chat },
});

const cursor = '';

function fold(chat: ChatState, { conversation, messages }: Prepared): ChatState {
  const users: User[] = [...everybody];
  const known = foldConversation(chat, { ...conversation, users }, 'listed');
  const page = { messages: [...messages], users, hasOlder: false, hasNewer: false, cursor };
  return foldMessagePage(known, conversation.id, page);
}
