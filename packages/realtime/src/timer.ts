/** Runs `work` once after `ms`, without keeping the process alive for it. Returns what cancels it. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

export const delay = (ms: number): Promise<void> => new Promise((resolve) => after(ms, resolve));
