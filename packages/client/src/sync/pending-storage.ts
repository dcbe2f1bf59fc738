import { isErrorCode } from '../chat-failure.ts';
import type { ChatState, PendingMessage } from '../folds/chat-state.ts';

/** What keeps texts beyond the life of a page: `localStorage`, or something like it. */
export type PendingStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface StoredPending extends PendingMessage {
  conversationId: number;
}

/**
 * Keeps messages on their way, by person. Tabs of one person share what is kept: each writes no more than what changed with
 * itself. A storage that is full, broken or forbidden keeps nothing, and fails nothing.
 */
export interface PendingShelf {
  /** In the order in which they were written. */
  read(userId: number): StoredPending[];
  write(userId: number, before: ChatState['pending'], after: ChatState['pending']): void;
  clear(userId: number): void;
}

const keyOf = (userId: number): string => `vibe-chat:pending:${userId}`;

export function createPendingShelf(storage: PendingStorage | null): PendingShelf {
  const read = (userId: number): StoredPending[] =>
    attempt(() => parse(storage?.getItem(keyOf(userId)) ?? '[]')) ?? [];
  const save = (userId: number, kept: readonly StoredPending[]): void => {
    attempt(() =>
      kept.length === 0
        ? storage?.removeItem(keyOf(userId))
        : storage?.setItem(keyOf(userId), JSON.stringify(kept)),
    );
  };
  return {
    read,
    write: (userId, before, after) => save(userId, merge(read(userId), listOf(before), listOf(after))),
    clear: (userId) => save(userId, []),
  };
}

/** What is kept, after these changes. What somebody else has settled meanwhile does not come back with a change. */
function merge(
  kept: readonly StoredPending[],
  before: ReadonlyMap<string, StoredPending>,
  after: ReadonlyMap<string, StoredPending>,
): StoredPending[] {
  const wanted = kept.filter(({ clientId }) => after.has(clientId) || !before.has(clientId));
  const keptIds = new Set(kept.map(({ clientId }) => clientId));
  const added = [...after.values()].filter(({ clientId }) => !before.has(clientId) && !keptIds.has(clientId));
  return [...wanted.map((each) => after.get(each.clientId) ?? each), ...added];
}

const listOf = (pending: ChatState['pending']): Map<string, StoredPending> =>
  new Map(
    [...pending].flatMap(([conversationId, messages]) =>
      messages.map((message) => [message.clientId, { conversationId, ...message }] as const),
    ),
  );

function parse(text: string): StoredPending[] {
  const kept: unknown = JSON.parse(text);
  return Array.isArray(kept) ? kept.filter(isStoredPending) : [];
}

function isStoredPending(value: unknown): value is StoredPending {
  if (typeof value !== 'object' || value === null) return false;
  const {
    conversationId,
    clientId,
    content,
    createdAt,
    failure,
  }: Partial<Record<keyof StoredPending, unknown>> = value;
  const areTexts = [clientId, content, createdAt].every((text) => typeof text === 'string');
  return areTexts && Number.isInteger(conversationId) && (failure === null || isFailure(failure));
}

const isFailure = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  isErrorCode(value.code) &&
  'message' in value &&
  typeof value.message === 'string';

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
