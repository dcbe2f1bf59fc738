import { on, once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PgliteStorage, PgliteWorkerData } from './pglite-worker.ts';
import { socketName } from './socket-directory.ts';

/**
 * Starts PGlite in a thread of its own, behind a socket in `socketDir`, until disposed. A directory given as storage
 * must be locked by the caller: a second PGlite on it destroys it. If the thread dies later, the process dies with it:
 * a server whose database is gone has nothing left to do, and nothing that was acknowledged is lost.
 */
export async function startPglite(storage: PgliteStorage, socketDir: string): Promise<AsyncDisposable> {
  const workerData: PgliteWorkerData = { storage, socketPath: join(socketDir, socketName) };
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData });
  await ready(worker);
  return {
    async [Symbol.asyncDispose]() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}

/** Under `node --watch`, the thread's first messages are Node's own: the files that it imports. */
async function ready(worker: Worker): Promise<void> {
  for await (const [message] of on(worker, 'message')) if (message === 'ready') return;
}
