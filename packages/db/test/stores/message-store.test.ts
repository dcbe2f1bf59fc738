import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the message store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const item = (
    conversationId: number,
    senderId: number,
    content: string,
    clientId: string = randomUUID(),
  ) => ({
    conversationId,
    senderId,
    clientId,
    content,
  });

  async function conversationOf(count: number) {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    await stores.say(id, ann, ...Array.from({ length: count }, (_, index) => `${index + 1}`));
    return { ann, bob, id };
  }

  async function pageOf(
    userId: number,
    query: { conversationId: number; before?: number; after?: number; around?: number; limit?: number },
  ) {
    const page = await stores.messages.list(userId, { limit: 3, ...query });
    if (!page) throw new Error('It is not theirs to see.');
    const { messages, hasOlder, hasNewer } = page;
    return [messages.map(({ seq }) => seq), hasOlder, hasNewer];
  }

  test('a send is stored, answered with its row, and tells one change', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const clientId = randomUUID();
    const [outcome] = await stores.messages.send([item(id, ann, 'hello', clientId)]);
    const message = {
      id: expect.any(Number),
      conversationId: id,
      seq: 1,
      senderId: ann,
      clientId,
      kind: 'text',
      content: 'hello',
      payload: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      editedAt: null,
      deletedAt: null,
      version: 4,
    };
    expect(outcome).toEqual({
      outcome: 'stored',
      message,
      change: {
        kind: 'message',
        version: 4,
        message,
        users: [
          { id: ann, fullName: 'Ann', avatarUrl: null, role: 'client', isDeactivated: false, version: 1 },
        ],
        senderReadSeq: 1,
      },
    });
    expect(await stores.conversations.byId(bob, id)).toMatchObject({
      conversation: { lastMessage: { content: 'hello' }, unreadCount: 1, version: 4 },
    });
  });

  test('a batch is answered in its order, numbered in each conversation, and refused item by item', async () => {
    const [ann, bob, eve] = await stores.people('Ann', 'Bob', 'Eve');
    const [one, two] = [await stores.direct(ann, bob), await stores.group([ann, bob])];
    const outcomes = await stores.messages.send([
      item(two, ann, 'a'),
      item(one, eve, 'intruder'),
      item(one, bob, 'b'),
      item(2 ** 31 - 1, ann, 'nowhere'),
      item(two, bob, 'c'),
      item(one, ann, 'd'),
    ]);
    expect(
      outcomes.map((outcome) =>
        outcome.outcome === 'stored' ? [outcome.message.content, outcome.message.seq] : outcome.outcome,
      ),
    ).toEqual([['a', 2], 'notFound', ['b', 1], 'notFound', ['c', 3], ['d', 2]]);
    expect(await stores.messages.send([])).toEqual([]);
  });

  test('a retry gets the row stored first, in its current state, and tells no change', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const sent = item(id, ann, 'helo');
    const [first] = await stores.messages.send([sent]);
    const messageId = first?.outcome === 'stored' ? first.message.id : 0;
    await stores.conversations.change(id, (direct) => direct.editMessage(messageId, 'hello'));
    const [again] = await stores.messages.send([{ ...sent, content: 'other words' }]);
    expect(again).toMatchObject({
      outcome: 'stored',
      change: null,
      message: { id: messageId, seq: 1, content: 'hello' },
    });
    expect(await stores.version(id)).toBe(5);
  });

  test('one clientId twice in a batch is stored once, and told once', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const sent = item(id, ann, 'once');
    const outcomes = await stores.messages.send([
      item(id, ann, 'before'),
      sent,
      item(id, bob, 'between'),
      sent,
    ]);
    expect(outcomes).toMatchObject([
      { message: { seq: 1 } },
      { message: { seq: 2, content: 'once' }, change: { version: 5 } },
      { message: { seq: 3 } },
      { message: { seq: 2, content: 'once' }, change: null },
    ]);
    expect(await stores.version(id)).toBe(6);
  });

  test('two people may use one clientId, and one person in two conversations', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [one, two] = [await stores.direct(ann, bob), await stores.group([ann, bob])];
    const clientId = randomUUID();
    const outcomes = await stores.messages.send([
      item(one, ann, 'a', clientId),
      item(one, bob, 'b', clientId),
      item(two, ann, 'c', clientId),
    ]);
    expect(outcomes.map((outcome) => outcome.outcome === 'stored' && outcome.change?.version)).toEqual([
      4, 5, 5,
    ]);
  });

  test('P9: a send moves the mark of its sender only if it stood just before', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const marks = async () =>
      (await stores.receipts.list(ann, { conversationId: id, limit: 10 }))?.receipts.map(
        ({ readSeq, deliveredSeq }) => [readSeq, deliveredSeq],
      );
    const readSeqs = (outcomes: Awaited<ReturnType<TestStores['messages']['send']>>) =>
      outcomes.map(
        (outcome) =>
          outcome.outcome === 'stored' && outcome.change?.kind === 'message' && outcome.change.senderReadSeq,
      );

    const unbroken = await stores.messages.send([
      item(id, ann, '1'),
      item(id, ann, '2'),
      item(id, bob, '3'),
      item(id, ann, '4'),
    ]);
    expect(readSeqs(unbroken)).toEqual([1, 2, 0, 2]);
    expect(await marks()).toEqual([
      [2, 2],
      [0, 0],
    ]);
    await stores.mark(bob, id, 4, 'read');
    expect(readSeqs(await stores.messages.send([item(id, bob, '5'), item(id, ann, '6')]))).toEqual([5, 2]);
    expect(await marks()).toEqual([
      [2, 2],
      [5, 5],
    ]);
  });

  test('who was removed, or deactivated, cannot send; a retry of what was stored before still gets its row', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob, cleo]);
    const sent = item(id, bob, 'stored before');
    await stores.messages.send([sent]);
    await stores.conversations.change(id, (group) => group.remove(bob));
    await stores.users.deactivate(cleo);
    const outcomes = await stores.messages.send([sent, item(id, bob, 'after'), item(id, cleo, 'after')]);
    expect(outcomes).toMatchObject([
      { outcome: 'stored', change: null },
      { outcome: 'notFound' },
      { outcome: 'notFound' },
    ]);
  });

  test('whom the other blocked gets nothing into their direct conversation, but writes on in groups', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [direct, group] = [await stores.direct(ann, bob), await stores.group([ann, bob])];
    const before = item(direct, bob, 'before');
    await stores.messages.send([before]);
    await stores.users.block(ann, bob);
    const outcomes = await stores.messages.send([
      item(direct, bob, 'refused'),
      item(direct, ann, 'the other way'),
      item(group, bob, 'in the group'),
      before,
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['blocked', 'stored', 'stored', 'stored']);
    await stores.users.unblock(ann, bob);
    expect(await stores.messages.send([item(direct, bob, 'again')])).toMatchObject([{ outcome: 'stored' }]);
  });

  test('times never fall as seqs rise, also where the clock went back', async () => {
    const { ann, id } = await conversationOf(1);
    const future = new Date('2099-01-01T00:00:00.000Z');
    await stores.prisma.conversation.update({ where: { id }, data: { lastActivityAt: future } });
    const [sent] = await stores.say(id, ann, 'later');
    expect(sent?.createdAt).toBe('2099-01-01T00:00:00.000Z');
  });

  test('words come back byte for byte', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const naughty = [
      '{"a","b"}',
      '{}',
      '[]',
      'NULL',
      '\\',
      '\\\\',
      '"',
      "'; DROP TABLE message; --",
      '$1',
      '%s',
      '\u0001\u007f\u2028',
      '  leading and trailing  ',
      '\n\r\t',
      'e\u0301 is not \u00e9',
      '\u202eright to left',
      '👩‍👩‍👧‍👦',
      '\ufeff',
      'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
      'x'.repeat(10_000),
      '\ud83d\ude00'.repeat(5_000),
    ];
    await stores.say(id, ann, ...naughty);
    const page = await stores.messages.list(bob, { conversationId: id, limit: 100 });
    expect(page?.messages.map(({ content }) => content)).toEqual(naughty);
  });

  test('pages go both ways, around a message, and say whether there is more', async () => {
    const { bob, id } = await conversationOf(10);
    const page = (query: object) => pageOf(bob, { conversationId: id, ...query });
    expect(await page({})).toEqual([[8, 9, 10], true, false]);
    expect(await page({ before: 8 })).toEqual([[5, 6, 7], true, true]);
    expect(await page({ before: 3 })).toEqual([[1, 2], false, true]);
    expect(await page({ before: 1 })).toEqual([[], false, true]);
    expect(await page({ before: 0 })).toEqual([[], false, true]);
    expect(await page({ before: 2 ** 31 - 1 })).toEqual([[8, 9, 10], true, false]);
    expect(await page({ after: 0 })).toEqual([[1, 2, 3], false, true]);
    expect(await page({ after: 8 })).toEqual([[9, 10], true, false]);
    expect(await page({ after: 10 })).toEqual([[], true, false]);
    expect(await page({ after: 2 ** 31 - 1 })).toEqual([[], true, false]);
    expect(await page({ around: 5 })).toEqual([[4, 5, 6], true, true]);
    expect(await page({ around: 1 })).toEqual([[1, 2, 3], false, true]);
    expect(await page({ around: 10 })).toEqual([[8, 9, 10], true, false]);
    expect(await page({ around: 2 ** 31 - 1 })).toEqual([[8, 9, 10], true, false]);
    expect(await page({ around: 5, limit: 100 })).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false, false]);
  });

  test('pages of who came later begin where their view does', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    await stores.say(id, ann, '2', '3');
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    expect(await pageOf(bob, { conversationId: id })).toEqual([[], false, false]);
    expect(await pageOf(bob, { conversationId: id, around: 2 })).toEqual([[], false, false]);
    expect(await pageOf(bob, { conversationId: id, before: 2 })).toEqual([[], false, false]);
    await stores.say(id, ann, '4', '5', '6', '7');
    expect(await pageOf(bob, { conversationId: id, after: 0 })).toEqual([[4, 5, 6], false, true]);
    expect(await pageOf(bob, { conversationId: id, around: 2 })).toEqual([[4, 5, 6], false, true]);
    expect(await pageOf(bob, { conversationId: id, before: 5 })).toEqual([[4], false, true]);
    expect(await pageOf(ann, { conversationId: id, before: 5 })).toEqual([[2, 3, 4], true, true]);
  });

  test('a page names everyone whom its messages name', async () => {
    const [ann, bob, cleo, dan] = await stores.people('Ann', 'Bob', 'Cleo', 'Dan');
    const id = await stores.group([ann, bob]);
    await stores.conversations.change(id, async (group) => {
      await group.announce(bob, { type: 'participants.added', userIds: [cleo] });
      await group.announce(bob, { type: 'participant.left', userId: bob, newOwnerId: dan });
      await group.announce(bob, { type: 'participant.left', userId: bob, newOwnerId: null });
    });
    const page = await stores.messages.list(ann, { conversationId: id, limit: 3 });
    expect(page?.users.map(({ fullName }) => fullName)).toEqual(['Bob', 'Cleo', 'Dan']);
  });

  test('P12: others, and those who left, get neither pages nor messages', async () => {
    const [ann, bob, eve] = await stores.people('Ann', 'Bob', 'Eve');
    const id = await stores.group([ann, bob]);
    const [said] = await stores.say(id, ann, 'hello');
    const messageId = said?.id ?? 0;
    expect(await stores.messages.byId(bob, messageId)).toEqual({
      message: said,
      users: [expect.objectContaining({ id: ann })],
    });

    await stores.conversations.change(id, (group) => group.remove(bob));
    for (const outsider of [bob, eve]) {
      expect(await stores.messages.list(outsider, { conversationId: id, limit: 3 })).toBeNull();
      expect(await stores.messages.byId(outsider, messageId)).toBeNull();
      expect(await stores.messages.report(outsider, messageId, 'rude')).toBe(false);
    }
    expect(await stores.messages.conversationOf(messageId)).toBe(id);
    expect(await stores.messages.conversationOf(Number.MAX_SAFE_INTEGER)).toBeNull();
  });

  test('a message from before somebody came is not there for them', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    const [said] = await stores.say(id, ann, 'secret');
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    expect(await stores.messages.byId(bob, said?.id ?? 0)).toBeNull();
    expect(await stores.messages.report(bob, said?.id ?? 0, 'rude')).toBe(false);
  });

  test('a report keeps what was said then; the first one of each reporter stays; the latest comes first', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob, cleo]);
    const [said] = await stores.say(id, ann, 'rude words');
    const messageId = said?.id ?? 0;
    expect(await stores.messages.report(bob, messageId, 'rude')).toBe(true);
    expect(await stores.messages.report(bob, messageId, 'twice')).toBe(true);
    await stores.conversations.change(id, (group) => group.deleteMessage(messageId));
    expect(await stores.messages.report(cleo, messageId, '')).toBe(true);

    const first = await stores.messages.listReports({ limit: 1 });
    const second = await stores.messages.listReports({ limit: 1, after: first.nextKey ?? '' });
    expect([...first.reports, ...second.reports]).toMatchObject([
      {
        reporter: { id: cleo },
        sender: { id: ann },
        reason: '',
        content: null,
        message: { deletedAt: expect.any(String) },
      },
      {
        reporter: { id: bob },
        reason: 'rude',
        content: 'rude words',
        message: { id: messageId, content: null },
        createdAt: expect.stringMatching(/Z$/),
      },
    ]);
    expect(second.nextKey).toBeNull();
  });
});
