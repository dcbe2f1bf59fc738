/** Without a sign of life for so long, nobody is there. */
const idleMs = 5 * 60_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Says when nobody looks at the page any more, and when somebody does again. Returns what ends it. */
export function whenAway(tell: (isAway: boolean) => void): () => void {
  const end = new AbortController();
  const options = { signal: end.signal, passive: true };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    clearTimeout(timer);
    tell(document.hidden);
    if (!document.hidden) timer = setTimeout(tell, idleMs, true);
  };
  document.addEventListener('visibilitychange', look, options);
  for (const sign of signsOfLife) document.addEventListener(sign, look, options);
  look();
  return () => {
    end.abort();
    clearTimeout(timer);
  };
}
