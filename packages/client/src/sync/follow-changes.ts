import type { DurableEvent } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import { keepSubscribed } from './keep-subscribed.ts';

export interface ChangesRequest {
  /** Where to start: of a list, or kept from an earlier event. Null: from now. */
  cursor: string | null;
  /** Only this conversation's. */
  conversationId?: number;
  /** Every event, `ready`, `caughtUp` and `reset` too, with the cursor to resume from once it has been dealt with. */
  onEvent(event: DurableEvent, cursor: string): void;
  onConnection?(connection: 'connecting' | 'live' | 'offline'): void;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * `sync.stream` for as long as the signal is not aborted, through lost connections and ended streams: each event at least
 * once, in order within its conversation. Rejects when the server refuses it for good.
 */
export function followChanges(api: ChatApi, request: ChangesRequest): Promise<void> {
  const { conversationId, onEvent, signal } = request;
  const onConnection = request.onConnection ?? (() => {});
  // The link keeps a cursor too, but forgets it with its subscription.
  let cursor = request.cursor;
  return keepSubscribed(
    (ends, onAlive) =>
      api.sync.stream.subscribe(
        { cursor, ...(conversationId !== undefined && { conversationId }) },
        {
          ...ends,
          onData({ id, data }) {
            onAlive();
            onConnection('live');
            cursor = id;
            onEvent(data, id);
          },
          onConnectionStateChange({ state, error }) {
            if (state === 'connecting') onConnection(error ? 'offline' : 'connecting');
          },
        },
      ),
    { signal, onEnd: () => onConnection('offline') },
  );
}
