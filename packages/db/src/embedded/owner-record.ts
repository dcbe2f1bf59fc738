import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the process that holds a data directory says of itself. It informs; the lock decides. A record may outlive its
 * process, so whoever reads one must expect that nobody answers there.
 */
export type Owner = {
  pid: number;
  /** Where the database's socket is, or will be: it listens only once the database is open. */
  socketDir: string;
  /** Where people reach the process, for messages. */
  address?: string;
};

const path = (dataDir: string): string => join(dataDir, 'owner.json');

/** The record in a data directory; undefined if there is none, or none that can be read. */
export async function readOwner(dataDir: string): Promise<Owner | undefined> {
  try {
    return parseOwner(JSON.parse(await readFile(path(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces the record in one step, so that a reader never sees half of it. Only the lock's holder may call it. */
export async function writeOwner(dataDir: string, owner: Owner): Promise<void> {
  const next = `${path(dataDir)}.new`;
  await writeFile(next, JSON.stringify(owner));
  await rename(next, path(dataDir));
}

export async function removeOwner(dataDir: string): Promise<void> {
  await rm(path(dataDir), { force: true });
}

function parseOwner(value: unknown): Owner | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('pid' in value && typeof value.pid === 'number')) return undefined;
  if (!('socketDir' in value && typeof value.socketDir === 'string')) return undefined;
  const address = 'address' in value && typeof value.address === 'string' && { address: value.address };
  return { pid: value.pid, socketDir: value.socketDir, ...address };
}
