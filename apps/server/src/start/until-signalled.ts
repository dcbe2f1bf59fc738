import cluster from 'node:cluster';

/**
 * Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, whatever it still does. A worker is told by
 * the process that started it, since what is typed at a terminal reaches both.
 */
export function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    const signals = { SIGINT: 130, SIGTERM: 143 } as const;
    let isFirst = true;
    for (const [signal, exitCode] of Object.entries(signals)) {
      process.on(signal, () => {
        if (cluster.isWorker && signal === 'SIGINT') return;
        if (!isFirst) process.exit(exitCode);
        isFirst = false;
        resolve();
      });
    }
  });
}
