import type { OpenConversation } from '@vibe/react';
import { useCallback, useRef } from 'react';
import { useLocation } from 'wouter';
import { conversationPath } from '../address/conversation-path.ts';
import type { Place } from '../address/place.ts';
import { step, stepBack } from '../address/step.ts';

export interface OpenInAddress {
  open: OpenConversation | null;
  setOpen(target: OpenConversation | null): void;
  /** Leaves what is shown over the chat. */
  uncover(): void;
}

/**
 * The address says which conversation is open, and opening one is a step in the browser's history. Closing it takes back
 * the step that opened it, so that on a phone "back" means the list however one goes there.
 */
export function useOpenInAddress(place: Place): OpenInAddress {
  const [, navigate] = useLocation();
  // Under the settings stays what was there before.
  const latest = useRef<OpenConversation | null>(null);
  const open = place.kind === 'chat' ? place.open : latest.current;
  latest.current = open;

  const replace = useCallback((path: string) => navigate(path, { replace: true }), [navigate]);
  const setOpen = useCallback(
    (target: OpenConversation | null) => {
      if (!target) return stepBack(replace, '/');
      navigate(conversationPath(target), latest.current ? {} : { state: step });
    },
    [navigate, replace],
  );
  const uncover = useCallback(() => stepBack(replace, conversationPath(latest.current)), [replace]);
  return { open, setOpen, uncover };
}
