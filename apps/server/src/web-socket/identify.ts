import { closeCodes } from '@vibe/contract';
import type { WebSocket } from 'ws';
import type { VerifiedToken } from '../identity/verified-token.ts';
import type { ServerDeps } from '../server-deps.ts';
import { closeSoon, endWithToken } from './close-for-token.ts';
import type { SocketsBySession } from './sockets-by-session.ts';

/** Whom a socket speaks for. */
export interface SocketIdentity {
  token: VerifiedToken;
  userId: number;
}

/**
 * Ties a socket to its token: it counts as its person's presence, and closes when the token ends or its session is revoked.
 * Null when the token is not good; the socket closes soon then. It never throws, since tRPC would close without a code.
 */
export async function identify(
  deps: ServerDeps,
  sessions: SocketsBySession,
  socket: WebSocket,
  socketId: string,
  token: string | null,
): Promise<SocketIdentity | null> {
  try {
    const verified = token === null ? null : await deps.verify(token);
    if (!isOpen(socket)) return null;
    // Before its session is looked at: a revocation in between would find no socket to close.
    if (verified) sessions.add(verified.claims.sessionId, socket);
    const caller = verified && (await deps.callers.callerOf(verified.claims));
    if (!isOpen(socket)) return null;
    if (!caller) {
      closeSoon(socket);
      return null;
    }
    endWithToken(socket, verified.expiresAt.getTime() - deps.clock.now().getTime());
    socket.once('close', deps.live.connect(caller.userId, socketId));
    return { token: verified, userId: caller.userId };
  } catch (error) {
    deps.log.error({ err: error }, 'socket could not be identified');
    // Not `unauthenticated`: its token may well be good.
    socket.close(closeCodes.goingAway, 'The server cannot check tokens right now. Connect again.');
    return null;
  }
}

const isOpen = (socket: WebSocket): boolean => socket.readyState === socket.OPEN;
