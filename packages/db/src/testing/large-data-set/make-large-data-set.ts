import pg from 'pg';
import type { Database } from '../../database.ts';
import { conversationsSql } from './conversations-sql.ts';
import { type DataSetScale, dataSetScale } from './data-set-scale.ts';
import { historyClock } from './history-clock.ts';
import { messagesSql } from './messages-sql.ts';
import { passTransactions } from './pass-transactions.ts';
import { peopleSql } from './people-sql.ts';
import { planSql } from './plan-sql.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Sequences go on behind the ids given here. */
const sequences = ['user', 'conversation'].map(
  (table) => `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max(id) FROM "${table}"))`,
);

/**
 * Fills a migrated, empty database of a real Postgres with years of chat, made inside it: some 2 s for 10⁵ messages, some
 * minutes for 10⁷. Its rows are as the stores and the triggers would have left them. User and conversation ids begin at 1;
 * conversation 1 is the giant, and `readers` says who is in how many. It must be the user who may switch triggers off.
 */
export async function makeLargeDataSet({ connection }: Database, messages: number): Promise<DataSetScale> {
  const scale = dataSetScale(messages);
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(
      `SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 1`,
    );
    const clock = historyClock(await passTransactions(client, scale.transactions), scale.transactions);
    // Triggers would say that all of it changed just now; foreign keys hold by the way it is made.
    await client.query('SET session_replication_role = replica');
    const run = async (statements: string[]) => {
      for (const statement of statements) await client.query(statement);
    };
    await run(planSql(scale));
    await withoutIndexes(client, ['participant', 'receipt', 'preference', 'message'], () =>
      run([...peopleSql(scale, clock), ...conversationsSql(clock), ...messagesSql(clock)]),
    );
    await run([...sequences, 'VACUUM ANALYZE']);
  } finally {
    await client.end();
  }
  return scale;
}
