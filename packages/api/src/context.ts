import type { Caller, Chat } from '@vibe/chat';
import type { RateName } from '@vibe/contract';

/** The socket that a call came over. */
export interface Connection {
  /** Away, or back, as its person says. */
  setAway(isAway: boolean): void;
}

/** The refresh token's cookie, which scripts cannot read. */
export interface RefreshCookie {
  read(): string | null;
  /** @throws WRONG_TRANSPORT when the answer's headers have been sent already. */
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/** What a procedure is given: made once for each HTTP request, and once for each socket. */
export interface Context {
  chat: Chat;
  /**
   * Whom the call's token speaks for, as of now; null when it has none or a bad one. A token that was good when the socket
   * opened may have been revoked since.
   */
  authenticate(): Promise<Caller | null>;
  /** Null over HTTP. */
  connection: Connection | null;
  /** Null over a socket: only an HTTP answer can carry a cookie. */
  cookies: RefreshCookie | null;
  /** False where the host platform says who people are: there are no passwords then. */
  hasPasswords: boolean;
  /** Where the call came from, for counting. */
  address: string;
  /** The browser's or service's name for itself. */
  clientLabel: string;
  /** Counts one use. @throws RATE_LIMITED with `retryAfterMs`. */
  limit(rate: RateName, key: string | number): void;
  /** Counts a call as under way until the returned function is called: a server that stops waits for it. */
  begin(): () => void;
}
