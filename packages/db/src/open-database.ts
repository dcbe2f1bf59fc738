import type { Database } from './database.ts';
import { joinEmbeddedDatabase } from './embedded/join-embedded-database.ts';
import { openEmbeddedDatabase } from './embedded/open-embedded-database.ts';

/** Where the data is: at a Postgres (15 or newer) if there is a `url`, else in `dataDir`. */
export type DatabaseLocation = { url?: string | undefined; dataDir: string };

/** Connections of one instance to a real Postgres. */
const maxConnections = 10;

/**
 * Opens the database for a server. With a `url` it connects to nothing yet; without, it starts the embedded database
 * and holds `dataDir` until disposed (2 to 4 s at the first start, 0.4 s later).
 *
 * @throws {DatabaseInUseError} if another process holds `dataDir`; nothing is changed then.
 */
export async function openDatabase({ url, dataDir }: DatabaseLocation): Promise<Database> {
  return url ? postgresDatabase(url) : openEmbeddedDatabase(dataDir);
}

/**
 * Opens the database for a command that may run beside a server: where one holds `dataDir`, the command shares the
 * server's database, and disposing of it leaves the server alone.
 *
 * @throws {DatabaseInUseError} if the holder of `dataDir` does not answer within 30 seconds.
 */
export async function connectDatabase({ url, dataDir }: DatabaseLocation): Promise<Database> {
  return url ? postgresDatabase(url) : joinEmbeddedDatabase(dataDir);
}

function postgresDatabase(url: string): Database {
  return {
    kind: 'postgres',
    connection: { connectionString: url, max: maxConnections },
    announce: async () => {},
    [Symbol.asyncDispose]: async () => {},
  };
}
