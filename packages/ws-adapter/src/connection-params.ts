import { TRPCError } from '@trpc/server';
import { jsonEncoder } from '@trpc/server/adapters/ws';
import { parseConnectionParamsFromUnknown, type TRPCRequestInfo } from '@trpc/server/http';
import { isObject } from './call.ts';

/** The first frame of a socket that was opened with `?connectionParams=1`. @throws PARSE_ERROR */
export function parseConnectionParams(data: string | Buffer): TRPCRequestInfo['connectionParams'] {
  return parseConnectionParamsFromUnknown(decode(data).data);
}

function decode(data: string | Buffer): Record<string, unknown> {
  let cause: unknown = new Error('Message was not an object');
  try {
    const message = jsonEncoder.decode(data);
    if (isObject(message)) return message;
  } catch (error) {
    cause = error;
  }
  throw new TRPCError({ code: 'PARSE_ERROR', message: 'Malformed TRPCConnectionParamsMessage', cause });
}

/** Whether such a frame is to come. */
export const expectsConnectionParams = (url: string | undefined): boolean =>
  new URL(url ?? '/', 'ws://host').searchParams.get('connectionParams') === '1';
