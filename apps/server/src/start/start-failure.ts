import { DatabaseInUseError } from '@vibe/db';
import { StartError } from './start-error.ts';

/** By the codes of the system and the kinds of the database driver. */
const sentences: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program. Choose one with PORT=….`,
  EACCES: (port) => `Port ${port} is not allowed to this user. Choose one with PORT=….`,
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine.',
  DatabaseNotReachable: () => 'The database at DATABASE_URL cannot be reached.',
  DatabaseDoesNotExist: () => 'The database that DATABASE_URL names does not exist.',
  AuthenticationFailed: () => 'The database at DATABASE_URL refuses this user or password.',
};

/** Why the server could not start, where it is one of the usual reasons: one sentence. Null for a fault of ours. */
export function describeStartFailure(error: unknown, port: number): string | null {
  if (error instanceof StartError) return error.message;
  if (error instanceof DatabaseInUseError) return alreadyRunning(error);
  return sentences[reasonOf(error)]?.(port) ?? null;
}

function alreadyRunning({ owner, dataDir }: DatabaseInUseError): string {
  if (owner?.address) {
    return `Vibe Chat is already running at ${owner.address}, on this data directory (${dataDir}).`;
  }
  return `Another process uses the data directory ${dataDir}. It was left alone.`;
}

function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  if ('kind' in error) return String(error.kind);
  return 'cause' in error ? reasonOf(error.cause) : '';
}
