import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../../generated/client.ts';
import { replaySql } from '../../src/stores/change-log/replay-sql.ts';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';
import { type PlanNode, rowsRead } from '../fixtures/rows-read.ts';

const conversationCount = 5_000;

describe.each(engines)('a resume on %s', (engine) => {
  let stores: TestStores;
  let ann: number;
  let bob: number;
  let ids: number[];

  /** Ann and Bob in 5,000 conversations of four messages each, and in one of 20,000. */
  beforeAll(async () => {
    stores = await openStores(engine);
    [ann, bob] = await stores.people('Ann', 'Bob');
    const made = await stores.prisma.$queryRaw<{ id: number }[]>`
      INSERT INTO conversation (type, name, created_by_id, version, state_version, participant_count, last_seq)
      SELECT 'group', 'Group', ${ann}, 3 + s.count, 1, 2, s.count
      FROM (SELECT CASE n WHEN 1 THEN 20000 ELSE 4 END AS count FROM generate_series(1, ${conversationCount}::int) n) s
      RETURNING id`;
    ids = made.map(({ id }) => id);
    await stores.prisma.$executeRaw`
      INSERT INTO participant (conversation_id, user_id, join_version, version)
      SELECT id, p.user_id, p.version, p.version FROM conversation, (VALUES (${ann}::int, 2), (${bob}::int, 3)) p (user_id, version)`;
    await stores.prisma.$executeRaw`
      INSERT INTO receipt (conversation_id, user_id) SELECT conversation_id, user_id FROM participant`;
    await stores.prisma.$executeRaw`
      INSERT INTO message (conversation_id, seq, sender_id, client_id, content, created_at, version)
      SELECT c.id, seq, ${bob}, gen_random_uuid(), 'old', now(), 3 + seq
      FROM conversation c, generate_series(1, c.last_seq) seq`;
    await stores.prisma.$executeRaw`
      INSERT INTO "user" (full_name) SELECT 'Person ' || n FROM generate_series(1, 5000) n`;
  }, 120_000);
  afterAll(() => stores[Symbol.asyncDispose]());

  async function explain(mark: bigint): Promise<Record<string, number>> {
    const [explained] = await stores.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${replaySql([{ userId: ann, mark, max: { rows: 5_000, messages: 500 }, conversationId: null }])}`,
    );
    if (!explained) throw new Error('There was no plan.');
    return rowsRead(explained['QUERY PLAN'][0].Plan);
  }

  /** In 10 conversations two messages were said, and in another one was read. */
  async function change(): Promise<bigint> {
    const mark = await stores.changeLog.mark();
    for (const id of ids.splice(0, 10)) await stores.say(id, bob, 'new', 'and another');
    await stores.mark(ann, ids.shift() ?? 0, 2, 'read');
    const replayed = await stores.changeLog.replay(ann, mark, { rows: 5_000, messages: 500 }, null);
    expect([replayed?.changes.length, replayed?.receipts.length]).toEqual([20, 1]);
    return mark;
  }

  test('P23: reads no message but those that changed, though the planner knows nothing of the tables', async () => {
    const read = await explain(await change());
    expect(read.message).toBe(20);
  });

  test('P23: reads nothing but what changed, and who is named by it, where the planner knows the tables', async () => {
    await stores.prisma.$executeRaw`ANALYZE`;
    const read = await explain(await change());
    expect(read.message).toBe(20);
    const { message: _, ...others } = read;
    for (const count of Object.values(others)) expect(count).toBeLessThanOrEqual(50);
  });
});
