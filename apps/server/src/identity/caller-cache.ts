import type { Caller, TokenClaims } from '@vibe/chat';

/**
 * What is looked up for each call otherwise. What ends a session or changes a person is told by the bus at once, and found by
 * the sweep where the bus does not tell: this is how long it may go on should both fail.
 */
const keptMs = 30_000;

/** Whom claims speak for as of now, as far as this instance was told. */
export interface CallerCache {
  callerOf(claims: TokenClaims): Promise<Caller | null>;
  forgetSessions(sessionIds: readonly string[]): void;
  forgetUser(userId: number): void;
}

/** A session's answers, by the scopes of its tokens. */
interface Remembered {
  userId: number;
  byScopes: Map<string, Promise<Caller | null>>;
}

export function callerCache(authenticate: (claims: TokenClaims) => Promise<Caller | null>): CallerCache {
  const bySession = new Map<string, Remembered>();
  const sessionsOf = new Map<number, Set<string>>();

  const forget = (sessionId: string): void => {
    const { userId } = bySession.get(sessionId) ?? {};
    if (userId === undefined) return;
    bySession.delete(sessionId);
    const sessions = sessionsOf.get(userId);
    sessions?.delete(sessionId);
    if (sessions?.size === 0) sessionsOf.delete(userId);
  };
  const begin = (sessionId: string, userId: number): Remembered => {
    const remembered = { userId, byScopes: new Map<string, Promise<Caller | null>>() };
    bySession.set(sessionId, remembered);
    sessionsOf.set(userId, (sessionsOf.get(userId) ?? new Set()).add(sessionId));
    const drop = () => {
      if (bySession.get(sessionId) === remembered) forget(sessionId);
    };
    setTimeout(drop, keptMs).unref();
    return remembered;
  };

  return {
    callerOf(claims) {
      const { sessionId, userId } = claims;
      const known = bySession.get(sessionId);
      // A session is one person's; claims that say otherwise are refused, and not remembered.
      if (known && known.userId !== userId) return authenticate(claims);
      const { byScopes } = known ?? begin(sessionId, userId);
      const scopes = claims.scopes.join(' ');
      const remembered = byScopes.get(scopes);
      if (remembered !== undefined) return remembered;
      const answer = authenticate(claims);
      byScopes.set(scopes, answer);
      // Nobody is refused for longer than the refusal is true.
      const drop = () => byScopes.delete(scopes);
      answer.then((caller) => caller ?? drop(), drop);
      return answer;
    },
    forgetSessions(sessionIds) {
      for (const sessionId of sessionIds) forget(sessionId);
    },
    forgetUser(userId) {
      for (const sessionId of [...(sessionsOf.get(userId) ?? [])]) forget(sessionId);
    },
  };
}
