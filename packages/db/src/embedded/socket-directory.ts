import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';

const prefix = 'vibe-db-';

/** The file that a Postgres client looks for in the directory it is given as its host, at its default port. */
export const socketName = '.s.PGSQL.5432';

/** macOS allows 103 bytes in a socket's path, Linux 107. */
const maxPathBytes = 100;

/** PGlite has one session; more connections only wait beside each other. */
const maxConnections = 4;

/** Makes a directory that only this user can enter: the socket in it asks for no password. */
export async function makeSocketDirectory(): Promise<string> {
  const longest = join(tmpdir(), `${prefix}XXXXXX`, socketName);
  const parent = Buffer.byteLength(longest) <= maxPathBytes ? tmpdir() : '/tmp';
  return mkdtemp(join(parent, prefix));
}

/** Removes a socket directory of ours, also one left by a process that was killed. Any other path is left alone. */
export async function removeSocketDirectory(path: string): Promise<void> {
  if (basename(path).startsWith(prefix)) await rm(path, { recursive: true, force: true });
}

/** How a client reaches the database behind a socket. Every field is named, so that no PG* variable can redirect it. */
export function socketConnection(socketDir: string): pg.PoolConfig {
  return {
    host: socketDir,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: maxConnections,
  };
}
