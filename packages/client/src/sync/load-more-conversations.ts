import type { ChatState } from '../folds/chat-state.ts';
import { foldConversation } from '../folds/fold-conversation.ts';
import type { SyncContext } from './sync-context.ts';

/** The next page of the list. Calling it while it is under way asks for the same page twice, which does no harm. */
export async function loadMoreConversations({ api, ask, store }: SyncContext): Promise<void> {
  const { nextKey: after } = store.getState();
  if (after === null) return;
  await ask(
    async () => {
      const page = await api.conversation.list.query({ after });
      // A reload in the meantime begins the list anew, under another key.
      store.update((state) => (state.nextKey === after ? { ...state, nextKey: page.nextKey } : state));
      return page;
    },
    (chat: ChatState, page) =>
      page.conversations.reduce((next, each) => foldConversation(next, each, 'listed'), chat),
  );
}
