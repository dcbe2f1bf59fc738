import { newClientId } from '../client-id.ts';
import { messageById } from './known-message.ts';
import type { Deed } from './outbox-entries.ts';
import {
  type ChangeEntry,
  type EditEntry,
  isChange,
  isOpen,
  newEntry,
  type OutboxEntry,
} from './outbox-entry.ts';
import type { EditorParts } from './pending-sends.ts';

/** What people do with messages, as soon as the server can be reached. It shows at once, in `changes`. */
export interface MessageChanges {
  /** Changes what a message says. The server refuses it where the message has been changed elsewhere meanwhile. */
  edit(conversationId: number, messageId: number, content: string): void;
  delete(conversationId: number, messageId: number): void;
  /** Tries again what was refused for good: on the message as it is now. */
  retryChange(conversationId: number, messageId: number): void;
  /** Gives up what was refused, or has not been on its way: the message stays as it is. */
  discardChange(conversationId: number, messageId: number): void;
  /** For one that is not acknowledged and may be stored: it is changed once that is known. Null deletes it. */
  changeUnacknowledged(conversationId: number, clientId: string, content: string | null): void;
}

type Target = Pick<ChangeEntry, 'messageId' | 'clientId'> & { version: number | null };

export function createMessageChanges({ entries, chat, wake }: EditorParts): MessageChanges {
  const ofTarget = ({ messageId, clientId }: Pick<Target, 'messageId' | 'clientId'>): ChangeEntry[] =>
    entries
      .list()
      .filter(isChange)
      .filter(
        (entry) => entry.messageId === messageId && (messageId !== null || entry.clientId === clientId),
      );
  const targetOf = (conversationId: number, messageId: number): Target => {
    const message = messageById(chat(), conversationId, messageId);
    return { messageId, clientId: message?.clientId ?? null, version: message?.version ?? null };
  };

  /** What has not been on its way makes room for it. */
  const put = (conversationId: number, { version, ...target }: Target, content: string | null): void => {
    const before = ofTarget(target);
    const underWay = before.filter((entry) => !isOpen(entry));
    if (underWay.some(({ kind }) => kind === 'delete')) return;
    const base = { ...newEntry(conversationId, newClientId()), ...target };
    const earlier = before.find(
      (entry): entry is EditEntry => entry.kind === 'edit' && entry.failure === null,
    );
    const madeOn = earlier?.version ?? version;
    const entry: OutboxEntry =
      content === null ? { ...base, kind: 'delete' } : { ...base, kind: 'edit', content, version: madeOn };
    void entries.change(...before.filter(isOpen).map(unlessTried), { do: 'add', entry });
    wake();
  };

  return {
    edit: (conversationId, messageId, content) =>
      put(conversationId, targetOf(conversationId, messageId), content),
    delete: (conversationId, messageId) => put(conversationId, targetOf(conversationId, messageId), null),
    changeUnacknowledged: (conversationId, clientId, content) =>
      put(conversationId, { messageId: null, clientId, version: null }, content),
    retryChange(conversationId, messageId) {
      const { version } = targetOf(conversationId, messageId);
      const again = (entry: OutboxEntry): OutboxEntry => {
        if (!entry.failure) return entry;
        const retried = { ...entry, failure: null };
        return retried.kind === 'edit' ? { ...retried, version } : retried;
      };
      void entries.change(
        ...ofTarget({ messageId, clientId: null }).map(
          ({ id }): Deed => ({ do: 'update', id, change: again }),
        ),
      );
      wake();
    },
    discardChange(_, messageId) {
      void entries.change(...ofTarget({ messageId, clientId: null }).filter(isOpen).map(unlessTried));
    },
  };
}

/** Removes it, unless another tab has set about it meanwhile. */
const unlessTried = ({ id }: OutboxEntry): Deed => ({
  do: 'update',
  id,
  change: (entry) => (isOpen(entry) ? null : entry),
});
