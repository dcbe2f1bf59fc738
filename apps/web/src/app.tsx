import { lazy, Suspense } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { type Place, parsePlace } from './address/place.ts';
import { wasSignedIn } from './session/kept.ts';
import { type SessionState, useSession } from './session/use-session.ts';
import { AppSkeleton } from './start/app-skeleton.tsx';
import { BlankPage } from './start/blank-page.tsx';
import { CrashGuard } from './start/crash-guard.tsx';
import { NotFoundPage } from './start/not-found-page.tsx';
import { UnreachablePage } from './start/unreachable-page.tsx';

const loadChat = () => import('./chat-page/chat-page.tsx').then(({ ChatPage }) => ({ default: ChatPage }));
const loadSignIn = () =>
  import('./sign-in/signed-out-pages.tsx').then(({ SignedOutPages }) => ({ default: SignedOutPages }));

const ChatPage = lazy(loadChat);
const SignedOutPages = lazy(loadSignIn);

/** Comes while the server is asked who is signed in. Where it fails, drawing the page tries again, and says so. */
export function prefetchLikelyPage(): void {
  const load = wasSignedIn() ? loadChat : loadSignIn;
  load().catch(() => {});
}

export function App() {
  return (
    <CrashGuard>
      <Pages {...useSession()} />
    </CrashGuard>
  );
}

function Pages(state: SessionState) {
  const [path] = useLocation();
  const place = parsePlace(path, useSearch());
  const waiting = wasSignedIn() ? <AppSkeleton /> : <BlankPage />;
  if (place.kind === 'nowhere') return <NotFoundPage />;
  return (
    <Suspense fallback={waiting}>
      {state.session.kind === 'restoring' ? waiting : <SettledPages {...state} place={place} />}
    </Suspense>
  );
}

function SettledPages({ session, restore, enter, place }: SessionState & { place: Place }) {
  switch (session.kind) {
    case 'restoring':
      return null;
    case 'unreachable':
      return <UnreachablePage problem={session.problem} onRetry={restore} />;
    case 'signedOut':
      return <SignedOutPages isSurprise={session.isSurprise} onSignedIn={enter} />;
    case 'signedIn':
      if (place.kind === 'signUp') return <Redirect to="/" replace />;
      return <ChatPage client={session.client} place={place} />;
  }
}
