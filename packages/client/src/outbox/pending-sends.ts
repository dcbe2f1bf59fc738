import { newClientId } from '../client-id.ts';
import type { ChatState } from '../folds/chat-state.ts';
import { changesOf, removed } from './deeds.ts';
import { sentMessage } from './known-message.ts';
import type { MessageChanges } from './message-changes.ts';
import type { OutboxEntries } from './outbox-entries.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { isOpen, newEntry } from './outbox-entry.ts';

/** What people do with messages that the server has not acknowledged. */
export interface PendingSends {
  /** Returns the `clientId`. The message stands in `pending` until it is stored. */
  send(conversationId: number, content: string): string;
  /** Tries one again that was refused for good. */
  retry(conversationId: number, clientId: string): void;
  /**
   * Changes what one says. One that was refused is tried again with it; one that may have been stored already is changed
   * once it is acknowledged.
   */
  editPending(conversationId: number, clientId: string, content: string): void;
  /** Takes one back. One that may have been stored already is deleted once it is acknowledged. */
  discard(conversationId: number, clientId: string): void;
}

export interface EditorParts {
  entries: OutboxEntries;
  chat(): ChatState;
  /** To be called when there is something new to take to the server. */
  wake(): void;
}

export function createPendingSends(
  { entries, chat, wake }: EditorParts,
  changes: Pick<MessageChanges, 'changeUnacknowledged' | 'edit' | 'delete'>,
): PendingSends {
  /** Changes it while it has not been on its way. Resolves with whether it had been: then it is changed later. */
  const changeOpen = async (
    id: string,
    change: (entry: OutboxEntry) => OutboxEntry | null,
  ): Promise<boolean> => {
    let isLate = false;
    await entries.change({
      do: 'update',
      id,
      change(entry) {
        isLate = !isOpen(entry);
        return isLate ? entry : change(entry);
      },
    });
    return isLate;
  };
  /** Null where it is acknowledged by now, or nobody knows of it any more. */
  const isWaiting = (id: string): boolean => entries.list().some((entry) => entry.id === id);

  return {
    send(conversationId, content) {
      const id = newClientId();
      void entries.change({ do: 'add', entry: { ...newEntry(conversationId, id), kind: 'send', content } });
      wake();
      return id;
    },
    retry(_, clientId) {
      const change = (entry: OutboxEntry) => (entry.failure ? { ...entry, failure: null } : entry);
      void entries.change({ do: 'update', id: clientId, change });
      wake();
    },
    async editPending(conversationId, clientId, content) {
      const isLate = await changeOpen(clientId, (entry) =>
        entry.kind === 'send' ? { ...entry, content, isTried: false, failure: null } : entry,
      );
      const message = sentMessage(chat(), conversationId, clientId);
      if (isLate && isWaiting(clientId)) changes.changeUnacknowledged(conversationId, clientId, content);
      else if (message && message.content !== content) changes.edit(conversationId, message.id, content);
      wake();
    },
    async discard(conversationId, clientId) {
      const isLate = await changeOpen(clientId, () => null);
      const message = sentMessage(chat(), conversationId, clientId);
      if (isLate && isWaiting(clientId)) changes.changeUnacknowledged(conversationId, clientId, null);
      else if (message) changes.delete(conversationId, message.id);
      else await entries.change(...changesOf(entries.list(), clientId).map(removed));
      wake();
    },
  };
}
