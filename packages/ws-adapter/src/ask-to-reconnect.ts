import type { WebSocket } from 'ws';

const reconnect = JSON.stringify({ id: null, method: 'reconnect' });

/**
 * Asks that client to connect again: tRPC's opens a second socket, for which it evaluates its connection parameters anew, moves
 * over what it has open, and leaves the first.
 */
export function askToReconnect(socket: WebSocket): void {
  if (socket.readyState === socket.OPEN) socket.send(reconnect);
}
