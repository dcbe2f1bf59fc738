import { useEffect, useState } from 'react';

/** By then, what is out of sight has let go of what the client lets go of when nobody looks at it any more. */
const pauseMs = 1_000;

/** Whether a list that is out of sight has stopped to follow what happens: it catches up once it is shown again. */
export function useIsPaused(isShown: boolean): boolean {
  const [isPaused, setPaused] = useState(false);
  if (isShown && isPaused) setPaused(false);
  useEffect(() => {
    if (isShown) return;
    const timer = setTimeout(() => setPaused(true), pauseMs);
    return () => clearTimeout(timer);
  }, [isShown]);
  return isPaused;
}
