import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, markOf, openStores, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the receipt store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  test('marks rise, are clamped to the end, never fall, and use no version', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    await stores.say(id, ann, '1', '2', '3');
    const time = expect.stringMatching(/Z$/);

    expect(await stores.mark(bob, id, 2, 'delivered')).toEqual({
      receipt: {
        conversationId: id,
        userId: bob,
        deliveredSeq: 2,
        deliveredAt: time,
        readSeq: 0,
        readAt: null,
      },
      isAdvanced: true,
      conversationVersion: 6,
      participantCount: 2,
    });
    const read = await stores.mark(bob, id, 999, 'read');
    expect(read).toMatchObject({ isAdvanced: true, receipt: { deliveredSeq: 3, readSeq: 3, readAt: time } });
    expect(await stores.mark(bob, id, 1, 'read')).toEqual({ ...read, isAdvanced: false });
    expect(await stores.mark(bob, id, 3, 'delivered')).toEqual({ ...read, isAdvanced: false });
    expect(await stores.version(id)).toBe(6);
  });

  test('reading what was delivered before moves one mark and keeps the time of the other', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    await stores.say(id, ann, '1', '2');
    const delivered = await stores.mark(bob, id, 2, 'delivered');
    const read = await stores.mark(bob, id, 1, 'read');
    expect(read?.receipt).toMatchObject({
      deliveredSeq: 2,
      deliveredAt: delivered?.receipt.deliveredAt,
      readSeq: 1,
    });
  });

  test('only active members mark and list', async () => {
    const [ann, bob, eve] = await stores.people('Ann', 'Bob', 'Eve');
    const id = await stores.group([ann, bob]);
    expect(await stores.mark(bob, id, 1, 'read')).not.toBeNull();
    await stores.say(id, ann, '2');
    await stores.conversations.change(id, (group) => group.remove(bob));
    for (const outsider of [bob, eve]) {
      expect(await stores.mark(outsider, id, 2, 'read')).toBeNull();
      expect(await stores.receipts.list(outsider, { conversationId: id, limit: 10 })).toBeNull();
    }
    const page = await stores.receipts.list(ann, { conversationId: id, limit: 10 });
    expect(page?.receipts.map(({ userId }) => userId)).toEqual([ann]);
  });

  test('P8: marks of many at once are answered in order, and those of one member merge by maximum', async () => {
    const [ann, bob, cleo, eve] = await stores.people('Ann', 'Bob', 'Cleo', 'Eve');
    const [one, other] = [await stores.group([ann, bob, cleo]), await stores.direct(ann, bob)];
    await stores.say(one, ann, '2', '3', '4');
    await stores.say(other, ann, '1', '2');

    const results = await stores.receipts.mark([
      markOf(cleo, one, 2, 'read'),
      markOf(bob, other, 99, 'delivered'),
      markOf(cleo, one, 4, 'delivered'),
      markOf(eve, one, 4, 'read'),
      markOf(cleo, one, 3, 'read'),
      markOf(ann, one, 1, 'read'),
      markOf(cleo, other, 1, 'read'),
    ]);
    const cleosReceipt = { conversationId: one, userId: cleo, deliveredSeq: 4, readSeq: 3 };
    expect(results).toMatchObject([
      { isAdvanced: true, receipt: cleosReceipt, participantCount: 3, conversationVersion: 8 },
      { isAdvanced: true, receipt: { conversationId: other, userId: bob, deliveredSeq: 2, readSeq: 0 } },
      { isAdvanced: false, receipt: cleosReceipt },
      null,
      { isAdvanced: false, receipt: cleosReceipt },
      { isAdvanced: false, receipt: { userId: ann, readSeq: 4 } },
      null,
    ] satisfies unknown[]);
    expect(await stores.receipts.mark([])).toEqual([]);
    expect([await stores.version(one), await stores.version(other)]).toEqual([8, 5]);
  });

  test('a list goes by user id, in pages', async () => {
    const ids = await stores.crowd(5);
    const [reader = 0] = ids;
    const id = await stores.group(ids);
    const listed: number[] = [];
    let after: number | undefined;
    do {
      const page = await stores.receipts.list(reader, { conversationId: id, limit: 2, after });
      listed.push(...(page?.receipts ?? []).map(({ userId }) => userId));
      after = page?.nextUserId ?? undefined;
    } while (after);
    expect(listed).toEqual(ids);
  });
});
