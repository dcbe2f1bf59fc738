import type { Me } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import { emptyChatState } from '../folds/chat-state.ts';
import { foldConversation } from '../folds/fold-conversation.ts';
import type { SyncState } from './sync-state.ts';

/** What a stream starts from. */
export interface Loaded {
  me: Me;
  /** Puts it in the place of everything that was known, but for messages on their way. */
  replace(state: SyncState): SyncState;
  /** Where a stream can start so that nothing is missed. */
  cursor: string;
}

export async function loadEverything(api: ChatApi): Promise<Loaded> {
  const [me, page] = await Promise.all([api.auth.me.query(), api.conversation.list.query({})]);
  const chat = page.conversations.reduce(
    (state, conversation) => foldConversation(state, conversation, 'listed'),
    emptyChatState(me.user.id),
  );
  return {
    me,
    cursor: page.cursor,
    replace(state) {
      const isSamePerson = state.chat.userId === chat.userId;
      const pending = isSamePerson ? state.chat.pending : chat.pending;
      return { ...state, me, nextKey: page.nextKey, chat: { ...chat, pending } };
    },
  };
}
