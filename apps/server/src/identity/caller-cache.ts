import type { Caller, TokenClaims } from '@vibe/chat';

/** What is looked up for each call otherwise. Sessions that ended elsewhere are found by the sweep, about as soon. */
const keptMs = 1_500;

/** Whom claims speak for as of now, or a moment ago. */
export interface CallerCache {
  callerOf(claims: TokenClaims): Promise<Caller | null>;
  forget(sessionIds: string[]): void;
}

export function callerCache(authenticate: (claims: TokenClaims) => Promise<Caller | null>): CallerCache {
  const bySession = new Map<string, Map<string, Promise<Caller | null>>>();

  const remember = (sessionId: string, key: string, answer: Promise<Caller | null>) => {
    const answers = bySession.get(sessionId) ?? new Map<string, Promise<Caller | null>>();
    bySession.set(sessionId, answers.set(key, answer));
    const drop = () => {
      if (answers.get(key) === answer) answers.delete(key);
      if (answers.size === 0 && bySession.get(sessionId) === answers) bySession.delete(sessionId);
    };
    setTimeout(drop, keptMs).unref();
    answer.catch(drop);
  };

  return {
    callerOf(claims) {
      const key = `${claims.userId} ${claims.scopes.join(' ')}`;
      const known = bySession.get(claims.sessionId)?.get(key);
      if (known !== undefined) return known;
      const answer = authenticate(claims);
      remember(claims.sessionId, key, answer);
      return answer;
    },
    forget(sessionIds) {
      for (const sessionId of sessionIds) bySession.delete(sessionId);
    },
  };
}
