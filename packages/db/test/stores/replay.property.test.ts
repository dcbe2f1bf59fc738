import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyReplay, comparable, counts, fetchKnown, type Known } from '../fixtures/follower.ts';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

const kinds = [
  'say',
  'say',
  'say',
  'edit',
  'delete',
  'rename',
  'announce',
  'promote',
  'admit',
  'remove',
  'removeAndAdmit',
  'create',
  'read',
  'read',
  'deliver',
  'pin',
  'renamePerson',
  'deactivate',
] as const;
const Step = fc.record({
  kind: fc.constantFrom(...kinds),
  room: fc.nat(99),
  person: fc.nat(3),
  number: fc.nat(99),
});
type Step = typeof Step extends fc.Arbitrary<infer Value> ? Value : never;

function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

describe.each(engines)('a replay on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  test('leads from what was known at its mark to what is there, whatever happened in between', async () => {
    const parameters = [
      fc.array(Step, { maxLength: 10 }),
      fc.array(Step, { minLength: 1, maxLength: 12 }),
    ] as const;
    await fc.assert(fc.asyncProperty(...parameters, check), { numRuns: 40 });
  }, 120_000);

  async function check(before: Step[], after: Step[]) {
    const ids = await stores.people('Ann', 'Bob', 'Cleo', 'Dan');
    const rooms = [
      await stores.group(ids.slice(0, 3)),
      await stores.group(ids.slice(0, 2), { historyVisible: false }),
      await stores.direct(ids[0], ids[1]),
    ];
    for (const step of before) await take(step, ids, rooms);
    const mark = await stores.changeLog.mark();
    const known = new Map<number, Known>();
    for (const id of ids) known.set(id, await fetchKnown(stores, id));
    for (const step of after) await take(step, ids, rooms);

    for (const [id, earlier] of known) {
      const replay = await stores.changeLog.replay(id, mark, { rows: 1_000, messages: 1_000 }, null);
      if (!replay) throw new Error('It was more than a thousand rows.');
      await applyReplay(stores, id, earlier, replay);
      const fetched = await fetchKnown(stores, id);
      expect(comparable(earlier)).toEqual(comparable(fetched));
      for (const { conversation, messages } of fetched.values()) {
        expect(conversation).toMatchObject(counts(conversation, [...messages.values()]));
      }
    }
  }

  async function take({ kind, room, person, number }: Step, ids: number[], rooms: number[]): Promise<void> {
    const conversationId = pick(rooms, room);
    const userId = pick(ids, person);
    const message = await stores.prisma.message.findFirst({
      where: { conversationId, deletedAt: null, kind: 'text' },
      orderBy: { seq: 'asc' },
      skip: number % 3,
    });
    const isGroup = conversationId !== rooms[2];
    const change = (work: Parameters<typeof stores.conversations.change<void>>[1]) =>
      stores.conversations.change(conversationId, work);
    switch (kind) {
      case 'say':
        await stores.messages.send([
          { conversationId, senderId: userId, clientId: crypto.randomUUID(), content: `said ${number}` },
        ]);
        break;
      case 'edit':
        if (message)
          await change(async (group) => void (await group.editMessage(Number(message.id), `${number}`)));
        break;
      case 'delete':
        if (message) await change(async (group) => void (await group.deleteMessage(Number(message.id))));
        break;
      case 'rename':
        await change((group) => group.rename(`Name ${number}`));
        break;
      case 'announce':
        await change((group) => group.announce(userId, { type: 'participants.added', userIds: [userId] }));
        break;
      case 'promote':
        await change((group) => group.setRole(userId, 'admin'));
        break;
      case 'admit':
        if (isGroup) await change((group) => group.admit([userId], 'member'));
        break;
      case 'remove':
        if (isGroup) await change((group) => group.remove(userId));
        break;
      case 'removeAndAdmit':
        if (isGroup) await change((group) => group.remove(userId));
        if (isGroup) await change((group) => group.admit([userId], 'member'));
        break;
      case 'create':
        rooms.push(await stores.group([userId, pick(ids, person + 1)]));
        break;
      case 'read':
        await stores.mark(userId, conversationId, number % 12, 'read');
        break;
      case 'deliver':
        await stores.mark(userId, conversationId, number % 12, 'delivered');
        break;
      case 'pin':
        await stores.conversations.setPreference(userId, conversationId, { pinnedAt: new Date() });
        break;
      case 'renamePerson':
        await stores.users.update(userId, { fullName: `Person ${number}` });
        break;
      case 'deactivate':
        await stores.users.deactivate(userId);
        break;
    }
  }
});
