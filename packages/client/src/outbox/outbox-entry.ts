import { isErrorCode } from '../chat-failure.ts';
import type { Failure } from '../folds/chat-state.ts';

interface EntryBase {
  /** Unique among one person's. */
  id: string;
  conversationId: number;
  /** ISO 8601, by the clock of the device. */
  createdAt: string;
  /** It was on its way once and may have been done: what it says does not change any more. */
  isTried: boolean;
  /** Why it was refused for good; it waits for the person then. Null while it is to be done. */
  failure: Failure | null;
}

/** A new message; its `id` is its `clientId`. */
export interface SendEntry extends EntryBase {
  kind: 'send';
  content: string;
}

interface ChangeBase extends EntryBase {
  /** Null until the message is acknowledged: it is waited for by its `clientId`. */
  messageId: number | null;
  clientId: string | null;
}

export interface EditEntry extends ChangeBase {
  kind: 'edit';
  content: string;
  /** The version of the message that the edit was made on; null where that is not known, or not known yet. */
  version: number | null;
}

export interface DeleteEntry extends ChangeBase {
  kind: 'delete';
}

/** How far the person has read. A conversation has one: the latest. */
export interface ReadEntry extends EntryBase {
  kind: 'read';
  seq: number;
}

export type ChangeEntry = EditEntry | DeleteEntry;

/** Something that a person did and that the server has not acknowledged. Plain data: a store keeps it as it is. */
export type OutboxEntry = SendEntry | ChangeEntry | ReadEntry;

export const newEntry = (conversationId: number, id: string): EntryBase => ({
  id,
  conversationId,
  createdAt: new Date().toISOString(),
  isTried: false,
  failure: null,
});

/** Whether it certainly has not been done: what it says may still change. */
export const isOpen = ({ isTried, failure }: OutboxEntry): boolean => !isTried || failure !== null;

export const isChange = (entry: OutboxEntry): entry is ChangeEntry =>
  entry.kind === 'edit' || entry.kind === 'delete';

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value);
const orNull =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || check(value);

const isFailure = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  isErrorCode(value.code) &&
  'message' in value &&
  isText(value.message);

type Checks<T> = { [Field in Exclude<keyof T, 'kind'>]: (value: unknown) => boolean };

const base: Checks<EntryBase> = {
  id: isText,
  conversationId: isNumber,
  createdAt: isText,
  isTried: (value) => typeof value === 'boolean',
  failure: orNull(isFailure),
};
const change: Checks<ChangeBase> = { ...base, messageId: orNull(isNumber), clientId: orNull(isText) };

const checks = {
  send: { ...base, content: isText } satisfies Checks<SendEntry>,
  edit: { ...change, content: isText, version: orNull(isNumber) } satisfies Checks<EditEntry>,
  delete: change satisfies Checks<DeleteEntry>,
  read: { ...base, seq: isNumber } satisfies Checks<ReadEntry>,
};

const isKind = (kind: unknown): kind is keyof typeof checks =>
  typeof kind === 'string' && Object.hasOwn(checks, kind);

/** Whether what a store kept is one: another version may have written it, or something else altogether. */
export function isOutboxEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !isKind(value.kind)) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(checks[value.kind]).every(([field, check]) => check(fields.get(field)));
}
