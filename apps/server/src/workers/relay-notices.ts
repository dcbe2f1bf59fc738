import cluster, { type Worker } from 'node:cluster';
import { SendWindow } from '@vibe/realtime';
import { noticeMessage, readNotice } from './notice-message.ts';

/** Passes on to every other worker what one of them says. To one that does not take it, no more than a few seconds' worth. */
export function relayNotices(): void {
  const windows = new WeakMap<Worker, SendWindow>();
  cluster.on('fork', (worker) => windows.set(worker, new SendWindow()));
  cluster.on('message', (from, message) => {
    const text = readNotice(message);
    if (text === null) return;
    for (const worker of Object.values(cluster.workers ?? {})) {
      if (worker && worker !== from) windows.get(worker)?.offer(text, () => pass(worker, text));
    }
  });
}

function pass(worker: Worker, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = (error: Error | null) => (error ? reject(error) : resolve());
    if (worker.isConnected()) worker.send(noticeMessage(text), undefined, undefined, sent);
    else resolve();
  });
}
