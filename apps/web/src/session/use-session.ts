import { type ChatClient, describeFailure } from '@vibe/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { text } from '../text.ts';
import { forgetPerson, keepSignedIn } from './kept.ts';
import { isLeaving } from './leaving.ts';
import { openChat, tokens } from './session.ts';
import { announceSignIn, onSignInElsewhere } from './sign-in-news.ts';

/** Who is signed in here: nobody knows yet, nobody, somebody, or the server could not be asked. */
export type Session =
  | { kind: 'restoring' }
  | { kind: 'unreachable'; problem: string }
  /** `isSurprise`: somebody was, and did not end it here. */
  | { kind: 'signedOut'; isSurprise: boolean }
  | { kind: 'signedIn'; client: ChatClient };

export interface SessionState {
  session: Session;
  /** Looks again who is signed in. */
  restore(): void;
  /** Somebody has signed in. */
  enter(): void;
}

export function useSession(): SessionState {
  const [session, setSession] = useState<Session>({ kind: 'restoring' });
  const latest = useRef<ChatClient>(null);

  const open = useCallback(() => {
    // Two tabs may sign in at the same moment: then this one learns twice that somebody is.
    latest.current?.close().catch(() => {});
    const client = openChat(() => setSession({ kind: 'signedOut', isSurprise: !isLeaving() }));
    latest.current = client;
    keepSignedIn();
    setSession({ kind: 'signedIn', client });
  }, []);

  const restore = useCallback(() => {
    let isWanted = true;
    setSession({ kind: 'restoring' });
    tokens.restore().then(
      (user) => {
        if (!isWanted) return;
        if (user) open();
        else setSession({ kind: 'signedOut', isSurprise: false });
      },
      (error) => isWanted && setSession({ kind: 'unreachable', problem: problemOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [open]);
  useEffect(restore, [restore]);

  const isOut = session.kind === 'signedOut';
  useEffect(() => {
    if (!isOut) return;
    // In an effect: by now the chat is gone from the page, and writes no draft any more.
    forgetPerson();
    return onSignInElsewhere(restore);
  }, [isOut, restore]);

  const enter = useCallback(() => {
    announceSignIn();
    open();
  }, [open]);
  return { session, restore, enter };
}

function problemOf(error: unknown): string {
  const { code, message } = describeFailure(error);
  return code === null ? text.unreachable.noAnswer : message;
}
