import type { LatestBuffer } from '../latest-buffer.ts';
import { isIn } from './is-in.ts';
import type { StreamDeps } from './stream-deps.ts';

interface EphemeralRequest {
  userId: number;
  sessionId: string;
  conversationId: number | null;
  signal: AbortSignal;
}

/**
 * Attaches a stream that carries no durable events: it ends as the durable ones do, when its session is revoked, when it
 * is aborted, and when the person leaves the conversation it is narrowed to. `begin` is called when the hub knows their
 * memberships: it returns the snapshot, and what is put into the buffer from then on follows it.
 */
export async function* ephemeralStream<K, V>(
  { hub, sweep, started }: StreamDeps,
  request: EphemeralRequest,
  buffer: LatestBuffer<K, V>,
  begin: () => V[] | Promise<V[]>,
): AsyncGenerator<V[], void, undefined> {
  if (request.signal.aborted) return;
  let error: Error | undefined;
  const end = (reason?: Error) => {
    error ??= reason;
    buffer.end();
  };
  const stop = () => end();
  const attachment = hub.attach({ ...request, lane: null, push: () => {}, finish: stop, end });
  request.signal.addEventListener('abort', stop);
  try {
    await started();
    await attachment.ready;
    if (!buffer.isEnded && !(await isIn(request, hub, sweep))) return;
    const snapshot = buffer.isEnded ? [] : await begin();
    if (!buffer.isEnded) yield snapshot;
    for (let values = await buffer.take(); values; values = await buffer.take()) yield values;
    if (error) throw error;
  } finally {
    request.signal.removeEventListener('abort', stop);
    attachment.detach();
  }
}
