import { createWSClient } from '@trpc/client';
import { closeCodes } from '@vibe/contract';
import { createBackoff } from '../backoff.ts';
import type { TokenSource } from '../tokens/token-source.ts';

export interface SocketOptions {
  url: string;
  tokens: TokenSource;
  /** For runtimes without one, as Node before 22. */
  WebSocket?: typeof WebSocket;
}

/** A socket without anything to do closes after this time. */
const idleMs = 10_000;
/** A connection that held for so long was a good one: the next one is tried soon after it is lost. */
const stableMs = 10_000;

/** The one WebSocket of a client: opened when needed, kept alive, opened again with growing, jittered waits. */
export function createSocket({ url, tokens, WebSocket }: SocketOptions) {
  const backoff = createBackoff();
  let sentToken: string | null = null;
  let openedAt: number | null = null;
  return createWSClient({
    async url() {
      // The token is the first thing that the server waits for: fetch it before the socket opens, not after.
      await signedInToken(tokens);
      return url;
    },
    async connectionParams() {
      sentToken = await signedInToken(tokens);
      return { token: sentToken };
    },
    onOpen() {
      openedAt = Date.now();
    },
    onClose(cause) {
      // A server that accepts and closes at once is not to be asked faster than one that does not answer.
      if (openedAt !== null && Date.now() - openedAt > stableMs) backoff.reset();
      openedAt = null;
      if (cause?.code === closeCodes.unauthenticated && sentToken !== null) tokens.refuse(sentToken);
    },
    retryDelayMs: () => backoff.nextMs(),
    lazy: { enabled: true, closeMs: idleMs },
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 10_000 },
    ...(WebSocket && { WebSocket }),
  });
}

async function signedInToken(tokens: TokenSource): Promise<string> {
  const token = await tokens.token();
  if (token === null) throw new Error('Nobody is signed in.');
  return token;
}
