import type { Database } from '../database.ts';
import { makeSocketDirectory, removeSocketDirectory, socketConnection } from './socket-directory.ts';
import { startPglite } from './start-pglite.ts';

/** Opens a database in memory, gone when disposed of: an empty one, or the one whose dump is at the path given. */
export async function openScratchDatabase(dump?: string): Promise<Database> {
  await using started = new AsyncDisposableStack();
  const socketDir = await makeSocketDirectory();
  started.defer(() => removeSocketDirectory(socketDir));
  started.use(await startPglite({ kind: 'memory', ...(dump && { dump }) }, socketDir));
  const held = started.move();
  return {
    kind: 'embedded',
    connection: socketConnection(socketDir),
    announce: async () => {},
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
