import type { Outbox } from './outbox.ts';
import type { PendingShelf } from './pending-storage.ts';
import type { SyncContext } from './sync-context.ts';

/** Messages on their way outlive the page: a reload in the middle of sending loses none. */
export interface PendingKeeper {
  /** To be called after each load of everything: the first time, what an earlier page left is sent. */
  restore(): void;
  /** To be called after each change. */
  keep(): void;
}

export function createPendingKeeper(
  { store }: SyncContext,
  outbox: Pick<Outbox, 'resume'>,
  shelf: PendingShelf,
): PendingKeeper {
  let before = store.getState().chat;
  let isRestored = false;
  return {
    restore() {
      if (isRestored) return;
      isRestored = true;
      for (const { conversationId, ...pending } of shelf.read(store.getState().chat.userId))
        outbox.resume(conversationId, pending);
    },
    keep() {
      const { chat } = store.getState();
      const { userId, pending } = before;
      before = chat;
      // Before the first load nobody has any; after a sign-out they are cleared, not sent.
      if (chat.userId === userId && chat.pending !== pending) shelf.write(userId, pending, chat.pending);
    },
  };
}
