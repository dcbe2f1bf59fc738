import { mkdir } from 'node:fs/promises';
import type { Database } from '../database.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { DatabaseInUseError } from './database-in-use-error.ts';
import { readOwner, removeOwner, writeOwner } from './owner-record.ts';
import { makeSocketDirectory, removeSocketDirectory, socketConnection } from './socket-directory.ts';
import { startPglite } from './start-pglite.ts';

/**
 * Opens the database in a data directory, which it makes at the first start, and holds the directory until disposed.
 * What was committed survives the death of the process at any moment. It may not survive a power cut: PGlite leaves it
 * to the operating system when to write. Production has a real Postgres.
 *
 * @throws {DatabaseInUseError} if another holder has the directory.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  await using started = new AsyncDisposableStack();
  const lock = lockDataDirectory(dataDir);
  if (!lock) throw new DatabaseInUseError(dataDir, await readOwner(dataDir));
  started.use(lock);

  await removeWhatAKilledOwnerLeft(dataDir);
  const owner = { pid: process.pid, socketDir: await makeSocketDirectory() };
  started.defer(() => removeSocketDirectory(owner.socketDir));
  await writeOwner(dataDir, owner);
  started.defer(() => removeOwner(dataDir));
  started.use(await startPglite({ kind: 'directory', path: dataDir }, owner.socketDir));

  const held = started.move();
  return {
    kind: 'embedded',
    connection: socketConnection(owner.socketDir),
    announce: ({ address }) => writeOwner(dataDir, { ...owner, address }),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

async function removeWhatAKilledOwnerLeft(dataDir: string): Promise<void> {
  const previous = await readOwner(dataDir);
  if (previous) await removeSocketDirectory(previous.socketDir);
}
