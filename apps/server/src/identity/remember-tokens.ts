import type { Clock } from '@vibe/chat';
import type { VerifiedToken } from './verified-token.ts';

const maxTokens = 10_000;

/**
 * Checks each token once while it is good. Whether its session still lives is looked up each time all the same, by whoever
 * asks.
 */
export function rememberTokens(
  verify: (token: string) => Promise<VerifiedToken | null>,
  clock: Clock,
): (token: string) => Promise<VerifiedToken | null> {
  const known = new Map<string, VerifiedToken>();
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && remembered.expiresAt > clock.now()) return remembered;
    known.delete(token);
    const verified = await verify(token);
    if (!verified) return null;
    // A Map keeps the order of insertion: the oldest goes first.
    const [oldest] = known.keys();
    if (known.size >= maxTokens && oldest) known.delete(oldest);
    known.set(token, verified);
    return verified;
  };
}
