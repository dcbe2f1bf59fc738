import type { Caller, Chat, Clock, Live } from '@vibe/chat';
import type { Logger } from 'pino';
import type { IsAllowedOrigin } from './http/origin.ts';
import type { CallerCache } from './identity/caller-cache.ts';
import type { VerifyAccessToken } from './identity/verify-access-token.ts';
import type { TrustProxy } from './limits/address-of.ts';
import type { CallsUnderWay } from './limits/calls-under-way.ts';
import type { Limit, Rates } from './limits/rate-limits.ts';

/** What HTTP and sockets share. */
export interface ServerDeps {
  chat: Chat;
  live: Live;
  clock: Clock;
  log: Logger;
  verify: VerifyAccessToken;
  callers: CallerCache;
  rates: Rates;
  limit: Limit;
  calls: CallsUnderWay;
  isAllowedOrigin: IsAllowedOrigin;
  trustProxy: TrustProxy;
  hasPasswords: boolean;
  isStopping(): boolean;
}

/** Whom a token speaks for as of now; null for none, or a bad one. */
export async function authenticate(deps: ServerDeps, token: string | null): Promise<Caller | null> {
  const verified = token === null ? null : await deps.verify(token);
  return verified && deps.callers.callerOf(verified.claims);
}
