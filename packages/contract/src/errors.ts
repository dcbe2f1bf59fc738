/**
 * What can go wrong, by name. The code decides what a program does; the sentence beside it is for people.
 * `RETRYABLE_CODES` are worth another try with the same input; every other code stays what it is.
 */
export const errorCodes = [
  'BAD_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BLOCKED',
  'GROUP_FULL',
  'LAST_OWNER',
  'EMAIL_TAKEN',
  'WRONG_CREDENTIALS',
  'WRONG_TRANSPORT',
  'RATE_LIMITED',
  'BUSY',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const RETRYABLE_CODES: readonly ErrorCode[] = ['RATE_LIMITED', 'BUSY', 'INTERNAL'];

/** What a failed call carries beside tRPC's own code. */
export interface ErrorData {
  code: ErrorCode;
  /** For `BAD_INPUT`: the input's field → what is wrong with it. */
  fields?: Record<string, string>;
  /** For `RATE_LIMITED`: how long to wait before the next try. */
  retryAfterMs?: number;
}
