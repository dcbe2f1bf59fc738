import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/client.ts';
import type { Database } from './database.ts';
import { type AskStatement, askOf } from './statement.ts';

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
 * A server that goes away says so on every connection, and of those that are idle on the pool. The pool listens while a
 * connection is idle, the adapter while it is in use; in between nobody would, and the process would end. Whoever uses it next is told by what they ask.
 */
const outliveServer = (connected: Pick<Session, 'on'>): void => {
  connected.on('error', () => {});
};

/** Connections to an open database. Dispose of it before the database. */
export interface DatabaseClient extends AsyncDisposable {
  prisma: PrismaClient;
  /** For the hottest statements: over the same connections, past Prisma. */
  ask: AskStatement;
}

/** The embedded database is as it should be, and its one session takes no settings. */
export function openClient({ kind, connection }: Database): DatabaseClient {
  const onConnect = async (session: Session) => {
    outliveServer(session);
    if (kind === 'postgres') await session.query(sessionSettings);
  };
  const pool = new pg.Pool({ ...connection, onConnect });
  outliveServer(pool);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    ask: askOf(pool, kind),
    async [Symbol.asyncDispose]() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
