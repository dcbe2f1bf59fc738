import { closeCodes } from '@vibe/contract';
import { askToReconnect } from '@vibe/ws-adapter';
import type { WebSocket } from 'ws';
import { runAfter } from './run-after.ts';

/** How long before its token ends a client is asked to come back with a new one. */
const noticeMs = 30_000;
/** So that the answer to the first call, which says what is wrong, arrives before the socket closes. */
const answerMs = 1_000;
/** How long a socket may stay without saying whose it is. */
const helloMs = 10_000;

export const closeUnauthenticated = (socket: WebSocket, reason: string): void =>
  socket.close(closeCodes.unauthenticated, reason);

/** For a socket whose token is not good. */
export function closeSoon(socket: WebSocket): void {
  closeAfter(socket, answerMs, 'The access token is missing, wrong, expired or revoked.');
}

/** For a socket that has just opened. Returns what calls it off. Its token may be good, and the network slow. */
export const closeUnlessHeard = (socket: WebSocket): (() => void) =>
  runUnlessClosed(socket, helloMs, () => socket.close(closeCodes.silent, 'No access token came in time.'));

/**
 * Ends the socket with its token. Shortly before, tRPC's `reconnect` frame asks its client to open another one, for which it
 * gets a fresh token, and to leave this one when everything has moved over. A token that is nearly over gets a shorter
 * notice: at once would make a client that has no fresher one reconnect in a circle.
 */
export function endWithToken(socket: WebSocket, leftMs: number): void {
  const notice = Math.min(noticeMs, leftMs / 2);
  runUnlessClosed(socket, leftMs - notice, () => {
    askToReconnect(socket);
    closeAfter(socket, notice, 'The access token has expired.');
  });
}

function closeAfter(socket: WebSocket, delayMs: number, reason: string): void {
  runUnlessClosed(socket, delayMs, () => closeUnauthenticated(socket, reason));
}

/** Returns what calls it off. A socket keeps nothing of what has been done, or called off. */
function runUnlessClosed(socket: WebSocket, delayMs: number, work: () => void): () => void {
  const cancelTimer = runAfter(delayMs, () => {
    socket.off('close', cancel);
    work();
  });
  const cancel = () => {
    socket.off('close', cancel);
    cancelTimer();
  };
  socket.on('close', cancel);
  return cancel;
}
