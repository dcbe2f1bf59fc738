import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { signUpPath } from '../address/place.ts';
import { SignInPage } from './sign-in-page.tsx';
import { SignUpPage } from './sign-up-page.tsx';

/** Signing in happens at whatever address a person wanted; signing up has its own, and remembers that one. */
export function SignedOutPages({ isSurprise, onSignedIn }: { isSurprise: boolean; onSignedIn(): void }) {
  const [path, navigate] = useLocation();
  const wanted = wantedOf(useHistoryState<unknown>());
  if (path !== signUpPath) {
    const here = `${window.location.pathname}${window.location.search}`;
    const signUp = () => navigate(signUpPath, { state: { wanted: here } });
    return <SignInPage isSurprise={isSurprise} onSignedIn={onSignedIn} onSignUp={signUp} />;
  }
  const signedUp = () => {
    navigate(wanted, { replace: true });
    onSignedIn();
  };
  return <SignUpPage onSignedIn={signedUp} onSignIn={() => navigate(wanted)} />;
}

/** A path of ours. What the history keeps survives reloads, and may be of another version. */
function wantedOf(state: unknown): string {
  const wanted = typeof state === 'object' && state !== null && 'wanted' in state ? state.wanted : null;
  return typeof wanted === 'string' && /^\/(?!\/)/.test(wanted) ? wanted : '/';
}
