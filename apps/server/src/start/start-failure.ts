import { DatabaseInUseError } from '@vibe/db';
import { StartError } from './start-error.ts';

/** Why the server could not start, where it is one of the usual reasons: one sentence. Null for a fault of ours. */
export function describeStartFailure(error: unknown, port: number): string | null {
  if (error instanceof StartError) return error.message;
  if (error instanceof DatabaseInUseError) return alreadyRunning(error);
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose one with PORT=….`;
  if (code === 'EACCES') return `Port ${port} is not allowed to this user. Choose one with PORT=….`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database at DATABASE_URL cannot be reached.';
  return null;
}

function alreadyRunning({ owner, dataDir }: DatabaseInUseError): string {
  if (owner?.address)
    return `Vibe Chat is already running at ${owner.address}, on this data directory (${dataDir}).`;
  return `Another process uses the data directory ${dataDir}. It was left alone.`;
}

function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
