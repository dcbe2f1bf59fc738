import { createSignedOutBell } from './signed-out-bell.ts';
import type { TokenSource } from './token-source.ts';

/**
 * For a chat embedded in another product: the host's own access token. `getToken` is called before every request and
 * connection, so it should keep its token while that is good; null means that nobody is signed in there. When it answers
 * with a token that the server refused already, the person counts as signed out.
 */
export function hostTokens(getToken: () => Promise<string | null>): TokenSource {
  const bell = createSignedOutBell();
  let refused: string | null = null;
  let wasSignedIn = false;
  return {
    async token() {
      const token = await getToken();
      const isGood = token !== null && token !== refused;
      const hasEnded = wasSignedIn && !isGood;
      wasSignedIn = isGood;
      if (hasEnded) bell.ring();
      return isGood ? token : null;
    },
    refuse(token) {
      refused = token;
    },
    onSignedOut: bell.onSignedOut,
  };
}
