import { SingleBar } from 'cli-progress';

export interface Progress extends Disposable {
  advance(count: number): void;
}

/** A bar on a terminal's stderr; nothing where stderr is no terminal. */
export function progressBar(messageCount: number): Progress {
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {value} of {total} messages  {eta_formatted} to go',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    etaBuffer: 20,
    hideCursor: true,
    clearOnComplete: true,
    // Signals end the import after the batch under way; the bar goes on until then.
    gracefulExit: false,
  });
  let count = 0;
  bar.start(messageCount, 0);
  return {
    advance(more) {
      // Over-long messages become several, which the total does not count.
      count = Math.min(count + more, messageCount);
      bar.update(count);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}
