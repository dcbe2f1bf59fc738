import { ChatError } from '@vibe/chat';
import { DatabaseInUseError, MigrationError } from '@vibe/db';
import { ImportError } from './import-error.ts';

const lost =
  'The connection to the database was lost. What was imported stays: run the same command again to go on.';

/** By the kinds of the database driver, and by the codes of Prisma and of Postgres. */
const databaseFailures: Record<string, string> = {
  DatabaseNotReachable: 'The database at DATABASE_URL cannot be reached.',
  DatabaseDoesNotExist: 'The database that DATABASE_URL names does not exist.',
  AuthenticationFailed: 'The database at DATABASE_URL refuses this user or password.',
  DatabaseAccessDenied: 'The database at DATABASE_URL refuses this user.',
  TlsConnectionError: 'The database at DATABASE_URL refuses the connection: its TLS settings do not fit.',
  ConnectionClosed: lost,
  P1001: lost,
  P1017: lost,
  '57P01': lost,
  '57P02': lost,
};

/** Why the import could not be done, where it is one of the usual reasons. Null for a fault of ours. */
export function describeFailure(error: unknown): string | null {
  if (error instanceof ImportError || error instanceof ChatError || error instanceof MigrationError) {
    return error.message;
  }
  if (error instanceof DatabaseInUseError) {
    return `Another process uses the data directory ${error.dataDir}, and its database does not answer.`;
  }
  if (isSystemError(error)) return `The import stopped at a file: ${error.message}.`;
  const reason = reasonsOf(error).find((code) => code in databaseFailures);
  return databaseFailures[reason ?? ''] ?? null;
}

/** A file that may not be read, a data directory that is none … */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** Every code and kind in an error and in what it was made from. */
function reasonsOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const reasons = ['code', 'kind', 'originalCode'].map((key) => String(Reflect.get(error, key)));
  const causes = ['cause', 'meta', 'driverAdapterError'].map((key): unknown => Reflect.get(error, key));
  return [...reasons, ...causes.flatMap(reasonsOf)];
}
