/** Timers of Node overflow beyond this, and run at once. */
const maxDelayMs = 2 ** 31 - 1;

/** Runs `work` in `delayMs`, however long that is. Returns what prevents it. */
export function runAfter(delayMs: number, work: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number) => {
    const next = leftMs > maxDelayMs ? () => wait(leftMs - maxDelayMs) : work;
    timer = setTimeout(next, Math.min(leftMs, maxDelayMs)).unref();
  };
  wait(Math.max(0, delayMs));
  return () => clearTimeout(timer);
}
