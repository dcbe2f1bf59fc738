import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/client.ts';
import type { Database } from './database.ts';

/**
 * What the stores take for granted and a server may have set otherwise: the adapter reads and writes times as if the
 * session were in UTC, and under another isolation level `send_messages` would judge by what was true before its locks. What
 * the planner thinks a question of many costs would make it compile statements that are over sooner than that.
 */
const sessionSettings = `SET TIME ZONE 'UTC'; SET default_transaction_isolation = 'read committed'; SET jit = off`;

interface Session {
  query(sql: string): Promise<unknown>;
  on(event: 'error', listener: () => void): unknown;
}

/**
 * A server that goes away says so on every connection. The pool listens while one is idle, the adapter while it is in use; in
 * between nobody would, and the process would end. Whoever uses it next is told by what they ask.
 */
const outliveServer = (session: Session): void => {
  session.on('error', () => {});
};

/**
 * Prisma on an open database. Call `$disconnect` before the database is disposed of. The embedded database is as it
 * should be, and its one session takes no settings.
 */
export function createPrismaClient({ kind, connection }: Database): PrismaClient {
  const onConnect = async (session: Session) => {
    outliveServer(session);
    if (kind === 'postgres') await session.query(sessionSettings);
  };
  return new PrismaClient({ adapter: new PrismaPg({ ...connection, onConnect }) });
}
