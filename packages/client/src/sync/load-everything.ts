import type { Me } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import { emptyChatState } from '../folds/chat-state.ts';
import { foldConversation } from '../folds/fold-conversation.ts';
import { foldUsers, userOf } from '../folds/fold-user.ts';
import { withOwnProfile } from './own-profile.ts';
import type { SyncState } from './sync-state.ts';

/** What a stream starts from. */
export interface Loaded {
  me: Me;
  /** Puts it in the place of everything that was known, but for messages on their way. */
  replace(state: SyncState): SyncState;
  /** Where a stream can start so that nothing is missed. */
  cursor: string;
}

/** @param before What was known when it began. */
export async function loadEverything(api: ChatApi, before: SyncState): Promise<Loaded> {
  const [me, blocked, page] = await Promise.all([
    api.auth.me.query(),
    api.user.listBlocked.query(),
    api.conversation.list.query({}),
  ]);
  const people = foldUsers(emptyChatState(me.user.id), [me.user, ...blocked].map(userOf));
  const chat = page.conversations.reduce(
    (state, conversation) => foldConversation(state, conversation, 'listed'),
    people,
  );
  return {
    me,
    cursor: page.cursor,
    replace(state) {
      const isSamePerson = state.chat.userId === chat.userId;
      const { pending, changes } = isSamePerson ? state.chat : chat;
      // Whom somebody blocked meanwhile, the answer may not know of.
      const isChanged = isSamePerson && state.blockedIds !== before.blockedIds;
      const blockedIds = isChanged ? state.blockedIds : new Set(blocked.map(({ id }) => id));
      return withOwnProfile({
        ...state,
        me,
        blockedIds,
        nextKey: page.nextKey,
        chat: { ...chat, pending, changes },
      });
    },
  };
}
