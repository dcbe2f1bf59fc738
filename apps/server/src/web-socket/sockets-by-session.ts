import type { WebSocket } from 'ws';

/** Which sockets go when a session ends. */
export interface SocketsBySession {
  /** Until the socket closes. */
  add(sessionId: string, socket: WebSocket): void;
  of(sessionId: string): Iterable<WebSocket>;
}

export function socketsBySession(): SocketsBySession {
  const sockets = new Map<string, Set<WebSocket>>();
  return {
    add(sessionId, socket) {
      const ofSession = sockets.get(sessionId) ?? new Set();
      sockets.set(sessionId, ofSession.add(socket));
      socket.once('close', () => {
        ofSession.delete(socket);
        if (ofSession.size === 0) sockets.delete(sessionId);
      });
    },
    of: (sessionId) => [...(sockets.get(sessionId) ?? [])],
  };
}
