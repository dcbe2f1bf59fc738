import type { Message } from '@vibe/contract';
import type { Failure } from '../folds/chat-state.ts';
import type { Deed } from './outbox-entries.ts';
import { type ChangeEntry, type EditEntry, isChange, type OutboxEntry } from './outbox-entry.ts';

/** What is to be done to an outbox in one go; of each, what a crash in between leaves is done again, and harmless. */

/** It is on its way from now on. */
export const tried = ({ id }: OutboxEntry): Deed => ({
  do: 'update',
  id,
  change: (entry) => ({ ...entry, isTried: true }),
});

/**
 * It was refused for good, and waits for the person, with its reason. A message that was refused says what was last made
 * of it, since there will be none to change; one that was to be deleted is not wanted any more.
 */
export function refused(entries: readonly OutboxEntry[], { id }: OutboxEntry, failure: Failure): Deed[] {
  const since = changesOf(entries, id);
  const last = since.at(-1);
  const change = (entry: OutboxEntry): OutboxEntry | null => {
    if (entry.kind !== 'send' || !last) return { ...entry, failure };
    return last.kind === 'delete' ? null : { ...entry, content: last.content, failure };
  };
  return [{ do: 'update', id, change }, ...since.map(removed)];
}

/** What was done to a message that is not acknowledged. */
export const changesOf = (entries: readonly OutboxEntry[], clientId: string): ChangeEntry[] =>
  entries.filter(
    (entry): entry is ChangeEntry =>
      isChange(entry) && entry.messageId === null && entry.clientId === clientId,
  );

export const removed = ({ id }: OutboxEntry): Deed => ({ do: 'remove', id });

/** It is done. The person may have read on since: then there is a next one. */
const done = (entry: OutboxEntry): Deed => ({
  do: 'update',
  id: entry.id,
  change: (kept) => (kept.kind === 'read' && entry.kind === 'read' && kept.seq > entry.seq ? kept : null),
});

/** A send is stored: what was done to its message since is about that message from now on. */
export const acknowledged = (
  entries: readonly OutboxEntry[],
  send: OutboxEntry,
  message: Message,
): Deed[] => [
  ...changesOf(entries, send.id).map(({ id }): Deed => ({ do: 'update', id, change: about(message) })),
  removed(send),
];

const about =
  (message: Message) =>
  (entry: OutboxEntry): OutboxEntry => {
    if (!isChange(entry) || entry.messageId !== null) return entry;
    const target = { ...entry, messageId: message.id };
    return target.kind === 'edit' ? { ...target, version: message.version } : target;
  };

/** An edit is stored: one that was made after it, on the same state, is made on its outcome. */
const edited = (entries: readonly OutboxEntry[], edit: EditEntry, message: Message): Deed[] => [
  ...entries
    .filter((each) => each.kind === 'edit' && each.id !== edit.id && each.messageId === edit.messageId)
    .map(({ id }): Deed => ({ do: 'update', id, change: rebased(edit, message) })),
  done(edit),
];

const rebased =
  (edit: EditEntry, { version }: Message) =>
  (entry: OutboxEntry): OutboxEntry =>
    entry.kind === 'edit' && entry.version === edit.version ? { ...entry, version } : entry;

/** The server has done it; `message` is what it answered with, if it did with one. */
export function finished(
  entries: readonly OutboxEntry[],
  entry: OutboxEntry,
  message: Message | null,
): Deed[] {
  if (message && entry.kind === 'send') return acknowledged(entries, entry, message);
  if (message && entry.kind === 'edit') return edited(entries, entry, message);
  return [done(entry)];
}
