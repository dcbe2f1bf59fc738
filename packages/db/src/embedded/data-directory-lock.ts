import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const sqliteBusy = 5;

/**
 * Takes the exclusive right to a data directory, or answers undefined if another holder has it, in this process or
 * another. The operating system gives it back when the process dies, however it dies, so it is never stale.
 *
 * Node has no file locks of its own; SQLite's are the kernel's, and come with Node. The file must stay: removing it
 * would let two holders lock two files of the same name.
 */
export function lockDataDirectory(dataDir: string): Disposable | undefined {
  const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => lock.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
