import { randomUUID } from 'node:crypto';
import { forbidden, type SendOutcome } from '@vibe/chat';
import { can } from '@vibe/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConversation } from '../src/stores/conversation/create-conversation.ts';
import type { Stores } from '../src/stores/create-stores.ts';
import { sendMessages } from '../src/stores/message/send-messages.ts';
import { markReceipts } from '../src/stores/receipt/mark-receipts.ts';
import { askWithin } from './fixtures/ask-within.ts';
import { holdOpen, untilWaiting } from './fixtures/hold-open.ts';
import { directOf, markOf, openStores, type TestStores } from './fixtures/open-stores.ts';

/** On Postgres only: PGlite has one session, in which nothing happens at once. */
let stores: TestStores;
let other: Stores;
beforeAll(async () => {
  stores = await openStores('postgres');
  other = stores.another();
});
afterAll(() => stores[Symbol.asyncDispose]());

const item = (conversationId: number, senderId: number, clientId: string = randomUUID()) => ({
  conversationId,
  senderId,
  clientId,
  content: `Sent as ${clientId}`,
});
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const messagesOf = (conversationId: number) =>
  stores.prisma.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } });

const storedIds = (outcomes: SendOutcome[]) =>
  outcomes.map((outcome) => (outcome.outcome === 'stored' ? outcome.message.id : outcome.outcome));

/** Every version that rows of a conversation carry; dense when no row was overwritten. */
async function versionsOf(conversationId: number) {
  const participants = await stores.prisma.participant.findMany({ where: { conversationId } });
  const { stateVersion } = await stores.prisma.conversation.findUniqueOrThrow({
    where: { id: conversationId },
  });
  const rows = [...participants, ...(await messagesOf(conversationId))];
  return [stateVersion, ...rows.map(({ version }) => version)].sort((one, another) => one - another);
}

test('a creator who comes while the other is not done waits, and gets the same direct conversation', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const first = await holdOpen(stores.prisma, (tx) => createConversation(tx)(directOf(ann, bob)));
  const second = other.conversations.create(directOf(bob, ann));
  await untilWaiting(stores.prisma, 1);
  await first.commit();
  expect(await second).toEqual({ conversationId: first.result.conversationId, changes: [] });
  expect(first.result.changes).toHaveLength(3);
});

test('of many creators at once one makes it, and all get it', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const made = await Promise.all(
    upTo(20).map((turn) => (turn % 2 ? stores : other).conversations.create(directOf(ann, bob))),
  );
  expect(new Set(made.map(({ conversationId }) => conversationId)).size).toBe(1);
  expect(made.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
  expect((await stores.conversations.list(ann, { limit: 10 })).conversations).toHaveLength(1);
});

test('a send that waits while its sender is removed is refused', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.group([ann, bob]);
  const removed = Promise.withResolvers<void>();
  const removal = stores.conversations.change(id, async (group) => {
    await group.remove(bob);
    await removed.promise;
  });
  await expect.poll(() => isLocked(id)).toBe(true);
  const sent = other.messages.send([item(id, bob), item(id, ann)]);
  await untilWaiting(stores.prisma, 1);
  removed.resolve();
  await removal;

  expect(await sent).toMatchObject([
    { outcome: 'notFound' },
    { outcome: 'stored', message: { seq: 2, version: 6 } },
  ]);
  expect(await messagesOf(id)).toHaveLength(2);
  expect(await stores.version(id)).toBe(6);
});

test('a removal that waits for a send comes after it', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.group([ann, bob]);
  const sent = await holdOpen(stores.prisma, (tx) => sendMessages(askWithin(tx))([item(id, bob)]));
  const removal = other.conversations.change(id, (group) => group.remove(bob));
  await untilWaiting(stores.prisma, 1);
  await sent.commit();
  expect(sent.result).toMatchObject([{ outcome: 'stored', message: { version: 5 } }]);
  expect((await removal)?.changes).toMatchObject([{ kind: 'participant', version: 6 }]);
});

test('one clientId on two connections at once is stored once, and both get the row', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.direct(ann, bob);
  const clientId = randomUUID();
  const first = await holdOpen(stores.prisma, (tx) => sendMessages(askWithin(tx))([item(id, ann, clientId)]));
  const second = other.messages.send([item(id, bob), item(id, ann, clientId), item(id, ann, clientId)]);
  await untilWaiting(stores.prisma, 1);
  await first.commit();

  const [messageId] = storedIds(first.result);
  expect(await second).toMatchObject([
    { message: { seq: 2 }, change: { version: 5 } },
    { message: { id: messageId, seq: 1 }, change: null },
    { message: { id: messageId, seq: 1 }, change: null },
  ]);
  expect(await versionsOf(id)).toEqual(upTo(5));
});

test('one clientId from many connections, twice in each batch, is stored and told once', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.direct(ann, bob);
  const clientId = randomUUID();
  const batches = await Promise.all(
    upTo(20).map((turn) =>
      (turn % 2 ? stores : other).messages.send([item(id, ann, clientId), item(id, ann, clientId)]),
    ),
  );
  const outcomes = batches.flat();
  expect(new Set(storedIds(outcomes)).size).toBe(1);
  expect(outcomes.filter((outcome) => outcome.outcome === 'stored' && outcome.change !== null)).toHaveLength(
    1,
  );
  expect(await messagesOf(id)).toHaveLength(1);
  expect(await versionsOf(id)).toEqual(upTo(4));
});

test('an admin who is demoted while their removal waits removes nobody', async () => {
  const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
  const id = await stores.group([ann, bob, cleo]);
  await stores.conversations.change(id, (group) => group.setRole(bob, 'admin'));
  const actor = { userId: bob, role: 'client', scopes: [] } as const;
  const removeCleo = () =>
    other.conversations.change(id, async (group) => {
      const target = (await group.membership(cleo)) ?? undefined;
      const membership = await group.membership(bob);
      const resource = { conversation: group.head, membership, ...(target && { target }) };
      if (!can(actor, 'participant.remove', resource)) throw forbidden('Only admins remove people.');
      await group.remove(cleo);
    });
  const demoted = Promise.withResolvers<void>();
  const demotion = stores.conversations.change(id, async (group) => {
    await group.setRole(bob, 'member');
    await demoted.promise;
  });
  await expect.poll(() => isLocked(id)).toBe(true);
  const removal = removeCleo();
  removal.catch(() => {});
  await untilWaiting(stores.prisma, 1);
  demoted.resolve();
  await demotion;

  await expect(removal).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
  expect(await stores.conversations.standing(cleo, id)).toMatchObject({ participantCount: 3 });
  await stores.conversations.change(id, (group) => group.setRole(bob, 'admin'));
  await removeCleo();
  expect(await stores.conversations.standing(cleo, id)).toBeNull();
});

test('of 100 concurrent sends and changes every seq and version is used once, and every outcome is right', async () => {
  const [ann, bob, cleo, eve] = await stores.people('Ann', 'Bob', 'Cleo', 'Eve');
  const id = await stores.group([ann, bob, cleo]);
  const senders = [ann, bob, cleo, eve] as const;
  const told: number[] = [];
  const sends = upTo(100).map(async (turn) => {
    const senderId = senders[turn % 4] ?? eve;
    const [outcome] = await (turn % 3 ? stores : other).messages.send([item(id, senderId)]);
    if (outcome?.outcome === 'stored' && outcome.change) told.push(outcome.change.version);
    return [senderId, outcome?.outcome];
  });
  const renames = upTo(10).map(async (turn) => {
    const renamed = await other.conversations.change(id, async (group) => {
      await group.rename(`Name ${turn}`);
      await group.announce(ann, { type: 'group.renamed', from: '', to: `Name ${turn}` });
    });
    told.push(...(renamed?.changes ?? []).map(({ version }) => version));
  });
  const outcomes = await Promise.all(sends);
  await Promise.all(renames);

  for (const [senderId, outcome] of outcomes) expect(outcome).toBe(senderId === eve ? 'notFound' : 'stored');
  const messages = await messagesOf(id);
  expect(messages.map(({ seq }) => seq)).toEqual(upTo(1 + 75 + 10));
  expect(told.sort((one, another) => one - another)).toEqual(upTo(5 + 75 + 20, 6));
  expect(await stores.version(id)).toBe(5 + 75 + 20);
  const times = messages.map(({ createdAt }) => createdAt.getTime());
  expect(times).toEqual([...times].sort((one, another) => one - another));
});

test('batches that name conversations in opposite orders do not lock each other out', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const ids = [
    await stores.group([ann, bob]),
    await stores.group([ann, bob]),
    await stores.group([ann, bob]),
  ];
  const batches = await Promise.all(
    upTo(60).map((turn) => {
      const order = turn % 2 ? ids : [...ids].reverse();
      return (turn % 3 ? stores : other).messages.send(order.map((id) => item(id, turn % 5 ? ann : bob)));
    }),
  );
  expect(batches.flat().every(({ outcome }) => outcome === 'stored')).toBe(true);
  for (const id of ids) expect((await messagesOf(id)).map(({ seq }) => seq)).toEqual(upTo(61));
});

test('a mark that waits for a higher one answers with the higher', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.direct(ann, bob);
  await stores.say(id, ann, '1', '2', '3');
  const high = await holdOpen(stores.prisma, (tx) =>
    markReceipts(askWithin(tx))([markOf(bob, id, 3, 'read')]),
  );
  const low = other.receipts.mark([markOf(bob, id, 2, 'read')]);
  await untilWaiting(stores.prisma, 1);
  await high.commit();
  expect(await low).toEqual([{ ...high.result[0], isAdvanced: false }]);
});

test('batches of marks that name members in opposite orders, and sends between them, do not lock each other out', async () => {
  const people = await stores.people('Ann', 'Bob', 'Cleo', 'Dan');
  const ids = [await stores.group(people), await stores.group(people)];
  const marks = ids.flatMap((id) => people.map((person) => [person, id] as const));
  const batches = upTo(40).map(async (turn) => {
    const order = turn % 2 ? marks : marks.toReversed();
    const { receipts, messages } = turn % 3 ? stores : other;
    if (turn % 4 === 0) return messages.send(order.map(([person, id]) => item(id, person)));
    return receipts.mark(order.map(([person, id]) => markOf(person, id, 10 * turn, 'read')));
  });
  expect((await Promise.all(batches)).flat()).not.toContain(null);
  const [last] = await stores.receipts.mark([markOf(people[0], ids[0] ?? 0, 1_000, 'read')]);
  expect(last?.receipt.readSeq).toBe(1 + 10 * people.length);
});

test('P8: of marks of one member from many connections the highest stays, and each advance is told once', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.direct(ann, bob);
  await stores.say(id, ann, ...upTo(30).map(String));
  const results = await Promise.all(
    upTo(30).map((seq) =>
      (seq % 2 ? stores : other).receipts.mark([
        markOf(bob, id, seq, 'read'),
        markOf(bob, id, seq, 'delivered'),
      ]),
    ),
  );
  for (const [index, [first, second]] of results.entries()) {
    expect(first?.receipt.readSeq).toBeGreaterThanOrEqual(index + 1);
    expect(second).toMatchObject({ isAdvanced: false, receipt: first?.receipt });
  }
  const advances = results.flat().flatMap((result) => (result?.isAdvanced ? [result.receipt.readSeq] : []));
  expect(new Set(advances).size).toBe(advances.length);
  expect(Math.max(...advances)).toBe(30);
});

test('a mark that waits while its member is removed is refused', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.group([ann, bob]);
  await stores.say(id, ann, '2', '3');
  const holder = await holdOpen(stores.prisma, async (tx) => {
    await markReceipts(askWithin(tx))([markOf(bob, id, 2, 'read')]);
    const leftAt = new Date();
    const where = { conversationId_userId: { conversationId: id, userId: bob } };
    await tx.participant.update({ where, data: { leftAt }, select: { userId: true } });
  });
  const marked = other.receipts.mark([markOf(bob, id, 3, 'read')]);
  await untilWaiting(stores.prisma, 1);
  await holder.commit();
  expect(await marked).toEqual([null]);
  const receipt = await stores.prisma.receipt.findFirst({ where: { conversationId: id, userId: bob } });
  expect(receipt?.readSeq).toBe(2);
});

test('a transaction that commits after a sweep is found by the next, and by a replay from a page read meanwhile', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const [id, busy] = [await stores.direct(ann, bob), await stores.group([ann, bob])];
  const before = await stores.changeLog.mark();
  const late = await holdOpen(stores.prisma, async (tx) => [
    await sendMessages(askWithin(tx))([item(id, ann)]),
    await markReceipts(askWithin(tx))([markOf(bob, busy, 1, 'read')]),
  ]);
  await stores.say(busy, ann, 'committed meanwhile');
  const during = await stores.changeLog.sweep(before);
  expect(during.conversations).toEqual([{ conversationId: busy, version: 5 }]);
  const again = await stores.changeLog.sweep(during.mark);
  const pageMark = await stores.changeLog.mark();
  await stores.say(busy, ann, 'and more');
  await late.commit();

  const next = await stores.changeLog.sweep(again.mark);
  expect(next.conversations).toContainEqual({ conversationId: id, version: 4 });
  expect(next.receipts).toContainEqual(
    expect.objectContaining({ receipt: expect.objectContaining({ userId: bob, readSeq: 1 }) }),
  );
  const replayed = await stores.changeLog.replay(bob, pageMark, { rows: 100, messages: 100 }, id);
  expect(replayed?.changes).toMatchObject([{ kind: 'message', message: { conversationId: id, seq: 1 } }]);
  const later = await stores.changeLog.sweep(next.mark);
  expect(later.conversations).toEqual([]);
});

test('of two rotations with one token at once one rotates and the other repeats', async () => {
  const [ann] = await stores.people('Ann');
  for (const _ of upTo(10)) {
    const sessionId = randomUUID();
    const expiresAt = new Date(Date.now() + 60_000);
    await stores.sessions.create({
      id: sessionId,
      userId: ann,
      scopes: [],
      refreshHash: 'one',
      label: '',
      expiresAt,
    });
    const args = {
      sessionId,
      refreshHash: 'one',
      nextRefreshHash: 'two',
      now: new Date(),
      graceMs: 30_000,
      expiresAt,
    };
    const rotations = await Promise.all([stores.sessions.rotate(args), other.sessions.rotate(args)]);
    expect(rotations.map(({ outcome }) => outcome).sort()).toEqual(['repeated', 'rotated']);
  }
});

test('two instances that delete expired sessions do not wait for each other, nor for who holds one', async () => {
  const [ann] = await stores.people('Ann');
  const expiresAt = new Date('2020-01-01T00:00:00.000Z');
  const ids = upTo(3).map(() => randomUUID());
  for (const id of ids) {
    await stores.sessions.create({ id, userId: ann, scopes: [], refreshHash: null, label: '', expiresAt });
  }
  const holder = await holdOpen(stores.prisma, (tx) =>
    tx.session.update({ where: { id: ids[0] ?? '' }, data: { label: 'held' }, select: { id: true } }),
  );
  const [one = 0, another = 0] = await Promise.all(
    [stores, other].map(({ sessions }) => sessions.deleteExpired(new Date(), 2)),
  );
  expect(one + another).toBe(2);
  await holder.commit();
  expect(await other.sessions.deleteExpired(new Date(), 2)).toBe(1);
  expect(await stores.prisma.session.count({ where: { userId: ann } })).toBe(0);
});

test('of several sign-ups with one address, and upserts of one person, at once, one makes the account', async () => {
  const email = `${randomUUID()}@example.com`;
  const signUp = { fullName: 'Ann', passwordHash: 'hash', role: 'client' } as const;
  const signUps = await Promise.all([
    stores.users.createWithPassword({ ...signUp, email }),
    other.users.createWithPassword({ ...signUp, email: email.toUpperCase() }),
  ]);
  expect(signUps.filter((user) => user !== null)).toHaveLength(1);
  const person = { issuer: 'host', externalId: randomUUID(), fullName: 'Ann', role: 'client' } as const;
  const upserts = await Promise.all(upTo(10).map((turn) => (turn % 2 ? stores : other).users.upsert(person)));
  expect(new Set(upserts.map(({ user }) => user.id)).size).toBe(1);
  expect(upserts.filter(({ isChanged }) => isChanged)).toHaveLength(1);
});

test('a host’s person who is deactivated while their claims are written stays so; only an upsert ends it', async () => {
  const person = { issuer: 'host', externalId: randomUUID(), fullName: 'Ann', role: 'client' } as const;
  const { user } = await stores.users.recognize(person);
  const data = { deactivatedAt: new Date(), version: { increment: 1 } };
  const deactivation = await holdOpen(stores.prisma, (tx) =>
    tx.user.update({ where: { id: user.id }, data, select: { id: true } }),
  );
  const renamed = other.users.recognize({ ...person, fullName: 'Ann, renamed' });
  await untilWaiting(stores.prisma, 1);
  await deactivation.commit();

  const asDeactivated = { ...user, isDeactivated: true, version: 2 };
  expect(await renamed).toEqual({ user: asDeactivated, isChanged: false });
  expect(await stores.users.byId(user.id)).toEqual(asDeactivated);
  expect(await stores.users.upsert(person)).toEqual({ user: { ...user, version: 3 }, isChanged: true });
});

test('who waits two seconds for a lock is told that it is busy, and nothing was stored', async () => {
  const [ann, bob] = await stores.people('Ann', 'Bob');
  const id = await stores.group([ann, bob]);
  const holder = await holdOpen(stores.prisma, (tx) => sendMessages(askWithin(tx))([item(id, ann)]));
  const outcomes = await Promise.allSettled([
    other.messages.send([item(id, bob)]),
    other.conversations.change(id, (group) => group.rename('Never')),
    other.receipts.mark([markOf(bob, id, 1, 'read'), markOf(ann, id, 2, 'read')]),
  ]);
  await holder.commit();
  const busy = { status: 'rejected', reason: { data: { code: 'BUSY' } } };
  expect(outcomes).toMatchObject([busy, busy, busy]);
  expect((await stores.mark(bob, id, 0, 'read'))?.receipt.readSeq).toBe(0);
  expect(await versionsOf(id)).toEqual(upTo(5));
});

async function isLocked(conversationId: number): Promise<boolean> {
  const free = await stores.prisma.$queryRaw<unknown[]>`
    SELECT id FROM conversation WHERE id = ${conversationId} FOR NO KEY UPDATE SKIP LOCKED`;
  return free.length === 0;
}
