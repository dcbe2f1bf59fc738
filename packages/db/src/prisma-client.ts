import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/client.ts';
import type { Database } from './database.ts';

/**
 * What the stores take for granted and a server may have set otherwise: the adapter reads and writes times as if the
 * session were in UTC, and under another isolation level `send_messages` would judge by what was true before its locks.
 */
const sessionSettings = `SET TIME ZONE 'UTC'; SET default_transaction_isolation = 'read committed'`;

interface Session {
  query(sql: string): Promise<unknown>;
}

/**
 * Prisma on an open database. Call `$disconnect` before the database is disposed of. The embedded database is as it
 * should be, and its one session takes no settings.
 */
export function createPrismaClient({ kind, connection }: Database): PrismaClient {
  const onConnect = (session: Session) => session.query(sessionSettings);
  const config = kind === 'postgres' ? { ...connection, onConnect } : connection;
  return new PrismaClient({ adapter: new PrismaPg(config) });
}
