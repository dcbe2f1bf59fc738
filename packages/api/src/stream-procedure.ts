import { socketProcedure } from './socket-procedure.ts';

const neverAborted = new AbortController().signal;

/**
 * For streams. It counts them for each socket, and adds `ctx.signal`, which aborts when the reader stops or leaves, and
 * `ctx.closeStream`, to be called when the stream ends by itself.
 *
 * Errors: `RATE_LIMITED` beyond `limits.socketSubscriptions`.
 */
export const streamProcedure = socketProcedure.use(async ({ ctx, signal = neverAborted, next }) => {
  const closeStream = ctx.connection.openStream();
  signal.addEventListener('abort', closeStream, { once: true });
  const result = await next({ ctx: { signal, closeStream } });
  if (!result.ok) closeStream();
  return result;
});
