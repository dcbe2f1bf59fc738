import { SetPresenceInput } from '@vibe/contract';
import { socketProcedure } from '../socket-procedure.ts';

/**
 * Away, or back, on this socket. A person is away when all of their sockets are.
 *
 * For whoever is signed in, over the socket.
 */
export const set = socketProcedure.input(SetPresenceInput).mutation(({ ctx, input }) => {
  ctx.connection.setAway(input.isAway);
});
