import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useChatContext } from '../provider/use-chat.ts';

const shownMs = 4_000;

/**
 * A few words at the edge of the screen that confirm something, for a moment; the latest in place of the one before.
 * `toast` is to be rendered all the time: what is to be read out has to be on the page before it says something.
 */
export function useToast(): { toast: ReactNode; say: (words: string) => void } {
  const { portal } = useChatContext();
  // An object each time: the same words twice are shown twice.
  const [said, setSaid] = useState<{ words: string } | null>(null);
  const say = useCallback((words: string) => setSaid({ words }), []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const toast = portal && createPortal(<Toast words={said?.words ?? null} />, portal);
  return { toast, say };
}

const Toast = ({ words }: { words: string | null }) => (
  <div className="vc-toasts" role="status">
    {words !== null && <p className="vc-toast">{words}</p>}
  </div>
);
