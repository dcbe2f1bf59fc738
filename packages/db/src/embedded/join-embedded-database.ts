import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database.ts';
import { DatabaseInUseError } from './database-in-use-error.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import { socketConnection, socketName } from './socket-directory.ts';

/** A first start takes a few seconds on a slow machine. */
const patienceMs = 30_000;
const retryMs = 50;

/**
 * Uses the database in a data directory together with the process that holds it, or opens it if nobody does. Waits
 * for a holder that is starting or stopping.
 *
 * @throws {DatabaseInUseError} if the holder's socket answers nobody for 30 seconds.
 */
export async function joinEmbeddedDatabase(dataDir: string): Promise<Database> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await openEmbeddedDatabase(dataDir);
    } catch (error) {
      if (!(error instanceof DatabaseInUseError)) throw error;
      const socketDir = error.owner?.socketDir;
      if (socketDir && (await answers(socketDir))) return joined(socketDir);
      if (Date.now() > deadline) throw error;
    }
    await sleep(retryMs);
  }
}

function joined(socketDir: string): Database {
  return {
    kind: 'embedded',
    connection: socketConnection(socketDir),
    announce: async () => {},
    [Symbol.asyncDispose]: async () => {},
  };
}

function answers(socketDir: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(join(socketDir, socketName));
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
