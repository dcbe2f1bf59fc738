import type { Logger } from 'pino';
import type { WebSocketServer } from 'ws';

const maxBufferedBytes = 8 * 1024 * 1024;
const everyMs = 1_000;

/**
 * Cuts sockets whose reader does not keep up: what waits for them would otherwise fill our memory. They resume from their
 * cursor. Returns what ends the watch.
 */
export function dropSlowReaders(server: WebSocketServer, log: Logger): () => void {
  const watch = setInterval(() => {
    for (const socket of server.clients) {
      if (socket.bufferedAmount <= maxBufferedBytes) continue;
      log.warn({ bufferedBytes: socket.bufferedAmount }, 'cut a socket that reads too slowly');
      socket.terminate();
    }
  }, everyMs).unref();
  return () => clearInterval(watch);
}
