import { createWSClient } from '@trpc/client';
import { closeCodes } from '@vibe/contract';
import type { TokenSource } from '../tokens/token-source.ts';
import { createSocketWaits } from './socket-waits.ts';

export interface SocketOptions {
  url: string;
  tokens: TokenSource;
  /** For runtimes without one, as Node before 22. */
  WebSocket?: typeof WebSocket;
}

/** A socket without anything to do closes after this time. */
const idleMs = 10_000;
/** The one WebSocket of a client: opened when needed, kept alive, opened again with growing, jittered waits. */
export function createSocket({ url, tokens, WebSocket = globalThis.WebSocket }: SocketOptions) {
  if (!WebSocket)
    throw new Error('There is no WebSocket here: give the one of the package `ws` as `WebSocket`.');
  const waits = createSocketWaits();
  const sentTokens = new WeakMap<globalThis.WebSocket, string>();
  let latest: globalThis.WebSocket | null = null;

  // For a moment there are two sockets, when a new one takes over: each must be judged by the token that it was opened with.
  class TokenSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      latest = this;
      this.addEventListener('close', ({ code }) => {
        const token = sentTokens.get(this);
        if (code === closeCodes.unauthenticated && token !== undefined) tokens.refuse(token);
      });
    }
  }
  return createWSClient({
    WebSocket: TokenSocket,
    async url() {
      // The token is the first thing that the server waits for: fetch it before the socket opens, not after.
      await signedInToken(tokens);
      return url;
    },
    async connectionParams() {
      const socket = latest;
      const token = await signedInToken(tokens);
      if (socket) sentTokens.set(socket, token);
      return { token };
    },
    onOpen: waits.opened,
    retryDelayMs: waits.nextMs,
    lazy: { enabled: true, closeMs: idleMs },
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 10_000 },
  });
}

async function signedInToken(tokens: TokenSource): Promise<string> {
  const token = await tokens.token();
  if (token === null) throw new Error('Nobody is signed in.');
  return token;
}
