import type { Bus } from '@vibe/chat';
import type { Database } from '@vibe/db';
import { createTestDatabase } from '@vibe/db/testing';
import { memoryBus } from '@vibe/realtime';
import pg from 'pg';
import { startTestServer, type TestServer } from '../../src/testing/start-test-server.ts';
import { type ChangeRecord, recordingBus } from './change-record.ts';

export type Engine = 'pglite' | 'postgres';

/** A server on a database of its own, for many runs: each brings its own people. */
export interface Stage extends AsyncDisposable {
  readonly server: TestServer;
  /** All that was committed through that server. */
  readonly record: ChangeRecord;
  /** What the server's log complained about. */
  readonly complaints: readonly string[];
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
}

const unlimited = { points: 1_000_000, seconds: 60 };
/** Everybody here calls from one address, and faster than people do. */
const rates = {
  callsPerUser: unlimited,
  callsPerAddress: unlimited,
  sendsPerUser: unlimited,
  connectionsPerAddress: unlimited,
};

export async function openStage(engine: Engine, bus: Bus = memoryBus()): Promise<Stage> {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase(engine));
  const record = recordingBus(bus);
  const complaints: string[] = [];
  const log = { write: (line: string) => void (isComplaint(line) && complaints.push(line)) };
  const server = started.use(await startTestServer({ database, bus: record, rates, log }));
  const pool = started.adopt(new pg.Pool(connectionOf(database)), (each) => each.end());
  const held = started.move();
  return {
    server,
    record,
    complaints,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

const connectionOf = ({ connection }: Database) => ({ ...connection, max: 1 });

const warnLevel = 40;
function isComplaint(line: string): boolean {
  const { level, msg }: { level: number; msg: string } = JSON.parse(line);
  // A bus may lose notices, and on a busy machine each is late.
  return level >= warnLevel && !msg.startsWith('the bus does not deliver all');
}
