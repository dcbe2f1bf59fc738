import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { ChatError } from '@vibe/chat';
import type { WebSocketServer } from 'ws';
import { addressOf } from '../limits/address-of.ts';
import { rateKey } from '../limits/rate-key.ts';
import type { ServerDeps } from '../server-deps.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';

/** Lets sockets in at `/trpc`. Whom it refuses gets an HTTP answer, before anything they send is parsed. */
export function acceptUpgrades(server: Server, sockets: WebSocketServer, deps: ServerDeps): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener, a connection that is reset meanwhile would end the process.
    const destroy = () => socket.destroy();
    socket.on('error', destroy);
    judge(request, deps).then(
      () =>
        sockets.handleUpgrade(request, socket, head, (opened) => {
          // `ws` listens for errors by now; this listener would keep the request for as long as the socket lives.
          socket.off('error', destroy);
          sockets.emit('connection', opened, request);
        }),
      (error: unknown) => {
        const refusal =
          error instanceof UpgradeRefusal ? error : new UpgradeRefusal(500, 'Something went wrong here.');
        if (refusal !== error) deps.log.error({ err: error }, 'upgrade failed');
        refuseUpgrade(socket, refusal.status, refusal.message);
      },
    );
  });
}

class UpgradeRefusal extends Error {
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

async function judge(request: IncomingMessage, deps: ServerDeps): Promise<void> {
  if (!/^\/trpc\/?(\?|$)/.test(request.url ?? '')) throw new UpgradeRefusal(404, 'The socket is at /trpc.');
  if (deps.isStopping()) throw new UpgradeRefusal(503, 'The server is stopping. Connect again.');
  if (!deps.isAllowedOrigin(request)) {
    deps.log.warn({ origin: request.headers.origin }, 'refused a socket of an origin not in ALLOWED_ORIGINS');
    throw new UpgradeRefusal(403, 'This origin is not allowed here.');
  }
  const address = rateKey(addressOf(request, deps.trustProxy));
  try {
    deps.limit('connectionsPerAddress', address);
  } catch (error) {
    throw error instanceof ChatError ? new UpgradeRefusal(429, error.message) : error;
  }
}
