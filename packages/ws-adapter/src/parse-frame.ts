import { type AnyTRPCRouter, TRPCError } from '@trpc/server';
import { jsonEncoder } from '@trpc/server/adapters/ws';
import { parseTRPCMessage, type TRPCClientOutgoingMessage } from '@trpc/server/rpc';
import { isObject } from './call.ts';
import type { Addressee } from './replies.ts';

/** A frame as its messages, or why it is none, and the calls that are told so; `null` stands for the frame as a whole. */
export type ParsedFrame =
  | { messages: TRPCClientOutgoingMessage[] }
  | { error: TRPCError; refused: Addressee[] };

export function parseFrame(
  data: string | Buffer,
  transformer: AnyTRPCRouter['_def']['_config']['transformer'],
  maxBatch: number,
): ParsedFrame {
  try {
    const json: unknown = jsonEncoder.decode(data);
    const parts: unknown[] = Array.isArray(json) ? json : [json];
    // Before any input is looked at.
    if (parts.length > maxBatch) return tooLarge(parts);
    return { messages: parts.map((part) => parseTRPCMessage(part, transformer)) };
  } catch (cause) {
    return { error: new TRPCError({ code: 'PARSE_ERROR', cause }), refused: [{ id: null }] };
  }
}

/** Each call of it gets an answer, or its client would wait for one. */
function tooLarge(parts: unknown[]): ParsedFrame {
  const error = new TRPCError({ code: 'BAD_REQUEST', message: 'Batch call exceeds maximum size' });
  const refused = parts.filter(isObject).flatMap(({ id, jsonrpc, method }): Addressee[] => {
    const isCall = method !== 'subscription.stop' && (typeof id === 'number' || typeof id === 'string');
    return isCall ? [{ id, jsonrpc: jsonrpc === '2.0' ? jsonrpc : undefined }] : [];
  });
  return { error, refused: refused.length > 0 ? refused : [{ id: null }] };
}
