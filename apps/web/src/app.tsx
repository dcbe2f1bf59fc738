import { type ChatClient, describeFailure } from '@vibe/client';
import { ChatProvider } from '@vibe/react';
import { useCallback, useEffect, useState } from 'react';
import { ChatPage } from './chat-page.tsx';
import { openChat, tokens } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Who is signed in here: nobody knows yet, nobody, somebody, or the server could not be asked. */
type Session = 'restoring' | 'signedOut' | ChatClient | { problem: string };

export function App() {
  const [session, setSession] = useState<Session>('restoring');
  const enter = useCallback(() => setSession(openChat(() => setSession('signedOut'))), []);
  const restore = useCallback(() => {
    let isWanted = true;
    const show = (act: () => void) => isWanted && act();
    tokens.restore().then(
      (user) => show(user ? enter : () => setSession('signedOut')),
      (error) => show(() => setSession({ problem: describeFailure(error).message })),
    );
    return () => {
      isWanted = false;
    };
  }, [enter]);
  useEffect(restore, [restore]);

  if (session === 'restoring') return <p className="notice">Loading…</p>;
  if (session === 'signedOut') return <SignInPage onSignedIn={enter} />;
  if ('problem' in session) {
    return (
      <div className="notice" role="alert">
        <p>{session.problem}</p>
        <button type="button" onClick={restore}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <ChatProvider client={session}>
      <ChatPage />
    </ChatProvider>
  );
}
