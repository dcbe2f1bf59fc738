import { existsSync, openAsBlob } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { SingleSessionPGlite } from './single-session-pglite.ts';

/** What `startPglite` hands to this thread. */
export type PgliteWorkerData = { storage: PgliteStorage; socketPath: string };

/** A directory, made at the first start; or memory, filled from a dump of another database. */
export type PgliteStorage = { kind: 'directory'; path: string } | { kind: 'memory'; dump?: string };

/** Enough for a few commands beside a server's pool. They share one session, so more would only wait. */
const maxConnections = 50;
/** What the migrations create. */
const extensions = { pg_trgm };

const { storage, socketPath }: PgliteWorkerData = workerData;
const pglite = await (storage.kind === 'directory' ? openDirectory(storage.path) : openMemory(storage.dump));
const server = new PGLiteSocketServer({ db: pglite, path: socketPath, maxConnections });
await server.start();

parentPort?.once('message', async () => {
  await server.stop();
  await pglite.close();
  process.exit();
});
parentPort?.postMessage('ready');

/** The directory gets its name only when complete: a first start that is killed leaves nothing that looks like a database. */
async function openDirectory(path: string): Promise<PGlite> {
  const finished = join(path, 'pg');
  if (!existsSync(finished)) {
    const unfinished = join(path, 'pg.new');
    await rm(unfinished, { recursive: true, force: true });
    const initial = await open(new SingleSessionPGlite(unfinished, { extensions }));
    await initial.close();
    await rename(unfinished, finished);
  }
  return open(new SingleSessionPGlite(finished, { extensions }));
}

async function openMemory(dump: string | undefined): Promise<PGlite> {
  return open(new SingleSessionPGlite({ extensions, ...(dump && { loadDataDir: await openAsBlob(dump) }) }));
}

async function open(instance: PGlite): Promise<PGlite> {
  await instance.waitReady;
  return instance;
}
