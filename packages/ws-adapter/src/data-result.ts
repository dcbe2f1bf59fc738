import { isTrackedEnvelope } from '@trpc/server';
import type { TRPCResultMessage } from '@trpc/server/rpc';

/** One event of a subscription, in the stock adapter's shape and order of keys. */
export function dataResult(event: unknown): TRPCResultMessage<unknown>['result'] {
  if (!isTrackedEnvelope(event)) return { type: 'data', data: event };
  const [id, data] = event;
  return { type: 'data', data: { id, data }, id };
}
