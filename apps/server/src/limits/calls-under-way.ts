/** Counts what is being done, so that a server that stops can wait for it. */
export interface CallsUnderWay {
  /** Returns what ends the call. */
  begin(): () => void;
  /** Resolves when there are none. */
  settled(): Promise<void>;
}

export function callsUnderWay(): CallsUnderWay {
  let count = 0;
  let waiting: (() => void)[] = [];
  const end = () => {
    count -= 1;
    if (count > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    begin() {
      count += 1;
      return end;
    },
    settled: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
