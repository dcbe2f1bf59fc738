import { socketProcedure } from './socket-procedure.ts';

const neverAborted = new AbortController().signal;

/** For streams. It adds `ctx.signal`, which aborts when the reader stops or leaves. */
export const streamProcedure = socketProcedure.use(({ signal = neverAborted, next }) =>
  next({ ctx: { signal } }),
);
