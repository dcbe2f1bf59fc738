import { ChatError } from '@vibe/chat';
import { signedInProcedure } from './signed-in-procedure.ts';

/** For what only makes sense over a socket. Adds `ctx.connection`. Errors: `WRONG_TRANSPORT` over HTTP. */
export const socketProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { connection } = ctx;
  if (!connection) throw new ChatError('WRONG_TRANSPORT', 'This works over the WebSocket only.');
  return next({ ctx: { connection } });
});
