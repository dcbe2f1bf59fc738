import { createBackoff } from '../backoff.ts';

/** How long to wait before each connection. */
export interface SocketWaits {
  /** To be asked before each try. */
  nextMs(): number;
  /** To be told of each one that succeeded. */
  opened(): void;
}

/** A connection that held for so long was a good one. Longer than a server takes to show us the door. */
const goodMs = 1_500;

/**
 * Waits grow from try to try, also where connections open and are closed at once, which a server may do that is
 * overloaded, or dislikes our token. After a good connection they are short again.
 */
export function createSocketWaits(backoff = createBackoff()): SocketWaits {
  let hasOpened = false;
  let triedAt = 0;
  return {
    nextMs() {
      if (hasOpened && Date.now() - triedAt > goodMs) backoff.reset();
      hasOpened = false;
      const ms = backoff.nextMs();
      triedAt = Date.now() + ms;
      return ms;
    },
    opened() {
      hasOpened = true;
    },
  };
}
