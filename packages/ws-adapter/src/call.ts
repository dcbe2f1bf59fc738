import type { TRPCClientOutgoingMessage } from '@trpc/server/rpc';

/** One thing that a client asks for. */
export interface Call {
  id: number | string;
  jsonrpc: '2.0' | undefined;
  type: 'query' | 'mutation' | 'subscription';
  path: string;
  input: unknown;
  /** Its place in its frame. */
  batchIndex: number;
}

type Request = Extract<TRPCClientOutgoingMessage, { params: unknown }>;

/** The id of the last event that the client had is given to the procedure as part of its input. */
export function toCall(id: Call['id'], { jsonrpc, method, params }: Request, batchIndex: number): Call {
  const { path, lastEventId } = params;
  const input = lastEventId === undefined ? params.input : withLastEventId(params.input, lastEventId);
  return { id, jsonrpc, type: method, path, input, batchIndex };
}

function withLastEventId(input: unknown, lastEventId: string): unknown {
  if (isObject(input)) return { ...input, lastEventId };
  return input ?? { lastEventId };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
