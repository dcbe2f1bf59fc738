import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from '../../src/database-client.ts';
import { createStores } from '../../src/stores/create-stores.ts';
import { createTestDatabase, makeLargeDataSet, readers } from '../../src/testing/index.ts';
import { type PlanRecorder, type RecordedPlan, recordPlans } from '../fixtures/plan-recorder.ts';
import { rowsIn } from '../fixtures/rows-in.ts';
import { blocksRead, nodesOf, rowsRead } from '../fixtures/rows-read.ts';
import { hotQueries, type Scene } from './hot-queries.ts';

const resources = new AsyncDisposableStack();
let recorder: PlanRecorder;
let scene: Scene;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('postgres'));
  const { giantMessages } = await makeLargeDataSet(database, 100_000);
  recorder = recordPlans(database);
  const client = resources.use(openClient(recorder.database));
  const { prisma } = client;
  const stores = createStores(client);
  const [few, some, many] = readers.map(({ userId }) => userId);
  if (few === undefined || some === undefined || many === undefined)
    throw new Error('The readers are missing.');
  const { id: sessionId } = await prisma.session.findFirstOrThrow({
    where: { userId: 9 },
    orderBy: { expiresAt: 'desc' },
  });
  // The last transactions of the history, of the five hundred or so that each thousandth of it has.
  const mark = (await stores.changeLog.mark()) - 30n;
  scene = { stores, prisma, mark, sessionId, few, some, many, depth: giantMessages };
}, 300_000);
afterAll(() => resources.disposeAsync());

/** From then on, Postgres may take one plan of a prepared statement for all values. */
const plannedAnew = 5;

test.each(hotQueries)('$name: read by key, and little more than is answered', async ({ ask, also = 0 }) => {
  for (let times = 0; times < plannedAnew; times += 1) await ask(scene);
  recorder.take();
  const answer = await ask(scene);
  const plans = recorder.take();

  expect(plans.length).toBeGreaterThan(0);
  expect(plans.flatMap(sequentialScans)).toEqual([]);
  const read = sum(plans.map(({ plan }) => sum(Object.values(rowsRead(plan)))));
  const told = JSON.stringify(plans.map(({ plan }) => rowsRead(plan)));
  expect(read, told).toBeLessThanOrEqual(3 * rowsIn(answer) + 20 + also);
  // A write looks into every index of its table.
  if (plans.some(isWrite)) return;
  expect(sum(plans.map(({ plan }) => blocksRead(plan)))).toBeLessThanOrEqual(5 * read + 80);
});

// Where much is stored the planner takes the smaller index of two that lead to one row as it believes: by the sender's own it
// read all that they had ever said there. At the size of this data set it does not yet.
test('whether a send is stored already can be looked up by its key alone', async () => {
  const bySender = await scene.prisma.$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes
    WHERE tablename = 'message' AND indexdef LIKE '%(conversation_id, sender_id%' AND indexdef NOT LIKE '% UNIQUE %'`;
  expect(bySender.length).toBeGreaterThan(0);
  for (const { indexdef } of bySender) expect(indexdef).toMatch(/ WHERE /);
});

/** Each table read from its beginning, and by which statement. Every table here grows. */
const sequentialScans = ({ statement, plan }: RecordedPlan) =>
  [...nodesOf(plan)].flatMap((node) =>
    node['Node Type'] === 'Seq Scan' ? [{ table: node['Relation Name'], statement }] : [],
  );

const isWrite = ({ plan }: RecordedPlan): boolean =>
  [...nodesOf(plan)].some((node) => node['Node Type'] === 'ModifyTable');

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);

// A migration that replaces the function leaves its settings out, unless it says them again.
test('sends keep the one plan of their function', async () => {
  const functions = await scene.prisma.$queryRaw<{ proconfig: string[] }[]>`
    SELECT proconfig FROM pg_proc WHERE proname = 'send_messages'`;
  expect(functions.map(({ proconfig }) => proconfig)).toEqual([
    expect.arrayContaining(['plan_cache_mode=force_generic_plan']),
  ]);
});
