import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { describeError, toTrpcError } from '@vibe/api';

/** A refusal before any procedure was reached, as tRPC's clients read it: they get the same code and sentence. */
export function errorAnswer(cause: unknown): { status: number; body: object } {
  const error = toTrpcError(cause);
  const { message, data } = describeError(error);
  const status = getHTTPStatusCodeFromError(error);
  const shape = { code: error.code, httpStatus: status, chat: data };
  return { status, body: { error: { message, code: TRPC_ERROR_CODES_BY_KEY[error.code], data: shape } } };
}
