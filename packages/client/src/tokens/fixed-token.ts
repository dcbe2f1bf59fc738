import { createSignedOutBell } from './signed-out-bell.ts';
import type { TokenSource } from './token-source.ts';

/** For a service: the key that the server made for it. Once it is refused, the service is signed out. */
export function fixedToken(key: string): TokenSource {
  const bell = createSignedOutBell();
  let isRefused = false;
  return {
    token: async () => (isRefused ? null : key),
    refuse(token) {
      if (isRefused || token !== key) return;
      isRefused = true;
      bell.ring();
    },
    onSignedOut: bell.onSignedOut,
  };
}
