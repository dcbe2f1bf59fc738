import type { ChatState, Failure, PendingChange, PendingMessage } from '../folds/chat-state.ts';
import { sentMessage } from './known-message.ts';
import { type ChangeEntry, isChange, type OutboxEntry, type SendEntry } from './outbox-entry.ts';

/** Shows what is on its way: the state has what the entries say, and the same objects where nothing changed. */
export function foldOutbox(state: ChatState, entries: readonly OutboxEntry[]): ChatState {
  const changes = entries.filter(isChange);
  const pending = keepEqual(state.pending, pendingOf(state, entries, changes), areSameLists);
  const shown = keepEqual(state.changes, changesOf(changes), areSame);
  return pending === state.pending && shown === state.changes ? state : { ...state, pending, changes: shown };
}

function pendingOf(state: ChatState, entries: readonly OutboxEntry[], changes: readonly ChangeEntry[]) {
  const pending = new Map<number, PendingMessage[]>();
  for (const entry of entries) {
    // It was stored, and its end in the outbox comes a moment later.
    if (entry.kind !== 'send' || sentMessage(state, entry.conversationId, entry.id)) continue;
    const shown = shownSend(entry, changes);
    if (!shown) continue;
    const before = state.pending.get(entry.conversationId)?.find(({ clientId }) => clientId === entry.id);
    const list = pending.get(entry.conversationId) ?? [];
    pending.set(entry.conversationId, [...list, before && areSame(before, shown) ? before : shown]);
  }
  return pending;
}

/** As what was done to it since leaves it; null where that is its deletion. */
function shownSend(entry: SendEntry, changes: readonly ChangeEntry[]): PendingMessage | null {
  const { id, createdAt, failure } = entry;
  const last = changes.findLast(({ clientId, messageId }) => clientId === id && messageId === null);
  if (last?.kind === 'delete') return null;
  return { clientId: id, content: last?.content ?? entry.content, createdAt, failure };
}

/** Those of a message that is not acknowledged show in that. */
const changesOf = (changes: readonly ChangeEntry[]): Map<number, PendingChange> =>
  new Map(
    changes.flatMap((entry): [number, PendingChange][] => {
      const { messageId, createdAt, failure } = entry;
      const content = entry.kind === 'edit' ? entry.content : null;
      return messageId === null ? [] : [[messageId, { content, createdAt, failure }]];
    }),
  );

/** The map of before, or the values of before, where they are the same. */
function keepEqual<T>(
  before: ReadonlyMap<number, T>,
  after: ReadonlyMap<number, T>,
  isSame: (one: T, other: T) => boolean,
): ReadonlyMap<number, T> {
  let isKept = before.size === after.size;
  const kept = new Map<number, T>();
  for (const [key, value] of after) {
    const old = before.get(key);
    const isEqual = old !== undefined && isSame(old, value);
    isKept &&= isEqual;
    kept.set(key, isEqual ? old : value);
  }
  return isKept ? before : kept;
}

const areSameLists = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

type Shown = Pick<PendingChange, 'content' | 'createdAt' | 'failure'>;
const areSame = (one: Shown, other: Shown): boolean =>
  one.content === other.content &&
  one.createdAt === other.createdAt &&
  areSameFailures(one.failure, other.failure);
const areSameFailures = (one: Failure | null, other: Failure | null): boolean =>
  one?.code === other?.code && one?.message === other?.message;
