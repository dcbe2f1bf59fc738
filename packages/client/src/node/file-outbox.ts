import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { isOutboxEntry, type OutboxEntry } from '../outbox/outbox-entry.ts';
import type { OpenOutbox, OutboxStore } from '../outbox/outbox-store.ts';

/**
 * For a service: a file for each person, in a directory that one process at a time has. A change is on the disk, whole,
 * when its call resolves; a crash leaves the state before it or after it.
 */
export const fileOutbox =
  (directory: string): OpenOutbox =>
  async (userId) => {
    await mkdir(directory, { recursive: true });
    const path = join(directory, `outbox-${userId}.json`);
    return openFile(path, await read(path));
  };

function openFile(path: string, kept: readonly OutboxEntry[]): OutboxStore {
  let entries = new Map(kept.map((entry) => [entry.id, entry]));
  let last = Promise.resolve();

  /** Changes go to the disk one after the other; one that does not get there did not happen. */
  const change = <T>(next: (entries: Map<string, OutboxEntry>) => T): Promise<T> => {
    const changed = last.then(async () => {
      const copy = new Map(entries);
      const result = next(copy);
      await write(path, [...copy.values()]);
      entries = copy;
      return result;
    });
    last = changed.then(
      () => {},
      () => {},
    );
    return changed;
  };

  return {
    sharedAs: null,
    add: (entry) => change((next) => void next.set(entry.id, entry)),
    update: (id, how) =>
      change((next) => {
        const entry = next.get(id);
        const changed = entry ? how(entry) : null;
        if (changed) next.set(id, changed);
        else next.delete(id);
        return changed;
      }),
    remove: (id) => change((next) => void next.delete(id)),
    async list() {
      await last;
      return [...entries.values()];
    },
    clear: () => change((next) => next.clear()),
    // Nobody else has it open.
    subscribe: () => () => {},
    close() {},
  };
}

async function read(path: string): Promise<OutboxEntry[]> {
  try {
    const kept: unknown = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(kept) ? kept.filter(isOutboxEntry) : [];
  } catch (error) {
    // None yet, or nothing of ours.
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return [];
    throw error;
  }
}

async function write(path: string, entries: readonly OutboxEntry[]): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(entries));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}
