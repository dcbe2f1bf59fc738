import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

/** Two people in a direct conversation and three in a group; the fourth is in neither. */
const people = ['Ann', 'Bob', 'Cleo', 'Eve'] as const;
const members: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1, 2],
];

const Send = fc.record({ room: fc.nat(1), sender: fc.nat(3), clientId: fc.nat(5) });
const Step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('send' as const), items: fc.array(Send, { maxLength: 8 }) }),
  },
  fc.record({ kind: fc.constant('read' as const), room: fc.nat(1), reader: fc.nat(1), seq: fc.nat(12) }),
  fc.record({ kind: fc.constant('toggleBlock' as const), blocker: fc.nat(1) }),
  fc.record({ kind: fc.constant('toggleMember' as const), person: fc.integer({ min: 1, max: 2 }) }),
);

/** What `send_messages` promises, said again in the plainest way. */
function createModel() {
  const rooms = [0, 1].map((room) => ({
    active: new Set(members[room]),
    stored: new Map<string, number>(),
    lastSeq: room,
    readSeq: new Map<number, number>(
      (members[room] ?? []).map((member) => [member, room === 1 && member === 0 ? 1 : 0]),
    ),
  }));
  const blockers = new Set<number>();
  return {
    rooms,
    blockers,
    send({ room, sender, clientId }: { room: number; sender: number; clientId: number }) {
      const { active, stored, readSeq } = rooms[room] ?? fail();
      const key = `${sender} ${clientId}`;
      const seq = stored.get(key);
      if (seq !== undefined) return { outcome: 'stored', seq, isNew: false };
      if (!active.has(sender)) return { outcome: 'notFound' };
      if (room === 0 && blockers.has(1 - sender)) return { outcome: 'blocked' };
      const next = this.append(room);
      stored.set(key, next);
      if (readSeq.get(sender) === next - 1) readSeq.set(sender, next);
      return { outcome: 'stored', seq: next, isNew: true };
    },
    append(room: number) {
      const state = rooms[room] ?? fail();
      state.lastSeq += 1;
      return state.lastSeq;
    },
  };
}

function fail(): never {
  throw new Error('There are two rooms.');
}

describe.each(engines)('sends on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  test('are stored, refused, repeated and counted as a plain model says, in any order and any batches', async () => {
    await fc.assert(fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 12 }), check), {
      numRuns: 40,
    });
  }, 60_000);

  async function check(steps: (typeof Step extends fc.Arbitrary<infer Value> ? Value : never)[]) {
    const model = createModel();
    const ids = await stores.people(...people);
    const idOf = (person: number) => ids[person] ?? fail();
    const rooms = [await stores.direct(ids[0], ids[1]), await stores.group([ids[0], ids[1], ids[2]])];
    const roomId = (room: number) => rooms[room] ?? fail();
    const clientIds = Array.from({ length: 6 }, () => randomUUID());

    for (const step of steps) {
      switch (step.kind) {
        case 'send': {
          const outcomes = await stores.messages.send(
            step.items.map(({ room, sender, clientId }) => ({
              conversationId: roomId(room),
              senderId: idOf(sender),
              clientId: clientIds[clientId] ?? '',
              content: 'hello',
            })),
          );
          const told = outcomes.map((outcome) =>
            outcome.outcome === 'stored'
              ? { outcome: 'stored', seq: outcome.message.seq, isNew: outcome.change !== null }
              : outcome,
          );
          expect(told).toEqual(step.items.map((item) => model.send(item)));
          break;
        }
        case 'read': {
          const { lastSeq, active, readSeq } = model.rooms[step.room] ?? fail();
          await stores.mark(idOf(step.reader), roomId(step.room), step.seq, 'read');
          if (!active.has(step.reader)) break;
          readSeq.set(step.reader, Math.max(readSeq.get(step.reader) ?? 0, Math.min(step.seq, lastSeq)));
          break;
        }
        case 'toggleBlock': {
          const [one, other] = [idOf(step.blocker), idOf(1 - step.blocker)];
          if (model.blockers.delete(step.blocker)) await stores.users.unblock(one, other);
          else {
            model.blockers.add(step.blocker);
            await stores.users.block(one, other);
          }
          break;
        }
        case 'toggleMember': {
          const { active, lastSeq, readSeq } = model.rooms[1] ?? fail();
          const isLeaving = active.delete(step.person);
          if (!isLeaving) {
            active.add(step.person);
            readSeq.set(step.person, lastSeq);
          }
          await stores.conversations.change(roomId(1), (group) =>
            isLeaving ? group.remove(idOf(step.person)) : group.admit([idOf(step.person)], 'member'),
          );
          break;
        }
      }
    }

    for (const [room, { lastSeq, readSeq, active }] of model.rooms.entries()) {
      const messages = await stores.prisma.message.findMany({
        where: { conversationId: roomId(room) },
        orderBy: { seq: 'asc' },
      });
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(messages).toHaveLength(lastSeq);
      expect(messages.map(({ version }) => version)).toEqual(
        messages.map(({ version }) => version).sort((one, other) => one - other),
      );
      const seen = await stores.conversations.byId(ids[0], roomId(room));
      expect(
        seen?.conversation.receipts.map((receipt) => [ids.indexOf(receipt.userId), receipt.readSeq]),
      ).toEqual([...active].sort().map((person) => [person, readSeq.get(person)]));
      const own = messages.filter(({ seq, senderId }) => seq > (readSeq.get(0) ?? 0) && senderId === ids[0]);
      expect(seen?.conversation.unreadCount).toBe(lastSeq - (readSeq.get(0) ?? 0) - own.length);
    }
  }
});
