import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Counter, Gauge, type Registry } from 'prom-client';

export interface ConnectionCounts {
  slowReaderCut(): void;
}

/** What waits in memory for those who are connected to that server, over HTTP or WebSockets, and what is cut so that it stays little. */
export function connectionMetrics(registry: Registry, server: Server): ConnectionCounts {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const registers = [registry];
  new Gauge({
    name: 'vibe_tcp_connections',
    help: 'Connections of all kinds',
    registers,
    collect() {
      this.set(sockets.size);
    },
  });
  new Gauge({
    name: 'vibe_buffered_bytes',
    help: 'Bytes that wait to be read by those who are connected',
    registers,
    collect() {
      let bytes = 0;
      for (const socket of sockets) bytes += socket.writableLength;
      this.set(bytes);
    },
  });
  const cut = new Counter({
    name: 'vibe_slow_readers_cut_total',
    help: 'WebSockets that were closed since too much waited to be read',
    registers,
  });
  return { slowReaderCut: () => cut.inc() };
}
