import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ChatError } from '@vibe/chat';
import type { ErrorCode, ErrorData } from '@vibe/contract';
import { ZodError } from 'zod';
import { describeBadInput } from './bad-input.ts';

const trpcCodes: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  BAD_INPUT: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  BLOCKED: 'FORBIDDEN',
  GROUP_FULL: 'CONFLICT',
  LAST_OWNER: 'CONFLICT',
  EMAIL_TAKEN: 'CONFLICT',
  WRONG_CREDENTIALS: 'UNAUTHORIZED',
  WRONG_TRANSPORT: 'BAD_REQUEST',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  BUSY: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

/** What tRPC itself refuses: calls that reached no procedure. Codes that are not here are ours to answer for. */
const refusals: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorCode>> = {
  PARSE_ERROR: 'BAD_INPUT',
  BAD_REQUEST: 'BAD_INPUT',
  UNPROCESSABLE_CONTENT: 'BAD_INPUT',
  PAYLOAD_TOO_LARGE: 'BAD_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'WRONG_TRANSPORT',
  METHOD_NOT_SUPPORTED: 'WRONG_TRANSPORT',
  NOT_FOUND: 'NOT_FOUND',
  TOO_MANY_REQUESTS: 'RATE_LIMITED',
};

/** Words for what tRPC would answer with a parser's message, or with nothing. */
const sentences: Partial<Record<TRPC_ERROR_CODE_KEY, string>> = {
  PARSE_ERROR: 'The message is not well-formed: JSON is expected, as tRPC writes it.',
  INTERNAL_SERVER_ERROR: 'Something went wrong here. Try again in a moment.',
};

/** An error as tRPC knows it. A rule's refusal gets the tRPC code, and so the HTTP status, that fits it. */
export function toTrpcError(cause: unknown): TRPCError {
  const error = cause instanceof TRPCError ? cause.cause : cause;
  if (error instanceof ChatError) {
    return new TRPCError({ code: trpcCodes[error.data.code], message: error.message, cause: error });
  }
  return cause instanceof TRPCError ? cause : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause });
}

/** What a client is told: nothing of the causes of our own failures. */
export function describeError(error: TRPCError): { message: string; data: ErrorData } {
  const { cause } = error;
  if (cause instanceof ChatError) return { message: cause.message, data: cause.data };
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError) return describeBadInput(cause);
  const code = refusals[error.code] ?? 'INTERNAL';
  const known = code === 'INTERNAL' ? 'INTERNAL_SERVER_ERROR' : error.code;
  return { message: sentences[known] ?? error.message, data: { code } };
}
