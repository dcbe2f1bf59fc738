import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { engines, openStores } from './fixtures/open-stores.ts';

test('a Postgres keeps what is asked past Prisma prepared, once a session', async () => {
  await using stores = await openStores('postgres');
  const [ann] = await stores.people('Ann');
  const id = await stores.group([ann]);
  for (let sent = 0; sent < 3; sent += 1) await stores.say(id, ann, 'hi');
  await stores.mark(ann, id, 1, 'read');
  const prepared = await stores.ask<{ name: string }>(
    { name: 'prepared', text: 'SELECT name FROM pg_prepared_statements ORDER BY name' },
    [],
  );
  expect(prepared.map(({ name }) => name)).toEqual(['mark_receipts', 'prepared', 'send_messages']);
});

test.each(engines)('what is asked past Prisma outlives a new column, on %s', async (engine) => {
  await using stores = await openStores(engine);
  const [ann] = await stores.people('Ann');
  const id = await stores.group([ann]);
  await stores.say(id, ann, 'before');
  await stores.mark(ann, id, 1, 'read');
  for (const table of ['message', 'receipt', '"user"', 'conversation'])
    await stores.prisma.$executeRawUnsafe(`ALTER TABLE ${table} ADD COLUMN another text`);
  const [message] = await stores.say(id, ann, 'after');
  expect(message).toMatchObject({ content: 'after', seq: 3 });
  expect((await stores.mark(ann, id, 3, 'read'))?.receipt.readSeq).toBe(3);
});

test.each(engines)(
  'many statements go at once over the connections that there are, on %s',
  async (engine) => {
    await using stores = await openStores(engine);
    const [ann] = await stores.people('Ann');
    const ids = await Promise.all(Array.from({ length: 30 }, () => stores.group([ann])));
    const outcomes = await Promise.all(
      ids.map((conversationId) =>
        stores.messages.send([{ conversationId, senderId: ann, clientId: randomUUID(), content: 'hi' }]),
      ),
    );
    expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual(ids.map(() => 'stored'));
  },
);
