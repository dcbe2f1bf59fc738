import { TRPCClientError } from '@trpc/client';
import { type ErrorCode, type ErrorData, errorCodes, RETRYABLE_CODES } from '@vibe/contract';

/** Why a call failed. */
export interface ChatFailure {
  /** Null when no answer came: offline, timed out, or not from our server. */
  code: ErrorCode | null;
  /** A sentence for people. */
  message: string;
  /** For `BAD_INPUT`: the input's field → what is wrong with it. */
  fields: Record<string, string>;
  /** Whether the same call may succeed later. It may also have been done already: repeat only what is safe to repeat. */
  isRetryable: boolean;
  /** For `RATE_LIMITED`: how long to wait before the next try. */
  retryAfterMs: number | null;
}

const isErrorData = (data: unknown): data is ErrorData =>
  typeof data === 'object' && data !== null && 'code' in data && isErrorCode(data.code);
export const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code);

/** What was thrown by a call of `client.api`, in the chat's own words. */
export function describeFailure(error: unknown): ChatFailure {
  const data = errorData(error);
  if (!data) {
    const message = 'The server cannot be reached.';
    return { code: null, message, fields: {}, isRetryable: true, retryAfterMs: null };
  }
  return {
    code: data.code,
    message: error instanceof Error ? error.message : data.code,
    fields: data.fields ?? {},
    isRetryable: RETRYABLE_CODES.includes(data.code),
    retryAfterMs: data.retryAfterMs ?? null,
  };
}

function errorData(error: unknown): ErrorData | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  const chat = typeof data === 'object' && data !== null && 'chat' in data ? data.chat : null;
  return isErrorData(chat) ? chat : null;
}
