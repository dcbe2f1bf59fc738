import { useChat } from '@vibe/react';
import { useState } from 'react';
import { signOut } from '../session/leaving.ts';
import { text } from '../text.ts';

export interface SignOut {
  /** Signs out, unless something speaks against it. */
  leave(): void;
  /** What does, as a sentence; null while nothing does. */
  doubt: string | null;
  stay(): void;
}

/** Signing out loses messages that are not sent, and may fail: only then does it ask. */
export function useSignOut(): SignOut {
  const { sync } = useChat();
  const [doubt, setDoubt] = useState<string | null>(null);
  return {
    doubt,
    stay: () => setDoubt(null),
    leave() {
      const unsent = [...sync.getState().chat.pending.values()].flat().length;
      if (unsent > 0) setDoubt(text.signOut.unsent(unsent));
      else signOut().catch(() => setDoubt(text.signOut.failed));
    },
  };
}
