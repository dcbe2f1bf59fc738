import { randomUUID } from 'node:crypto';
import { decodeCursor, type Replay } from '@vibe/chat';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, summary, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the change log on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  async function replay(userId: number, mark: bigint, conversationId: number | null = null): Promise<Replay> {
    const replayed = await stores.changeLog.replay(
      userId,
      mark,
      { rows: 1000, messages: 1000 },
      conversationId,
    );
    if (!replayed) throw new Error('It was more than a thousand rows.');
    return replayed;
  }
  const nothing: Replay = {
    changes: [],
    joined: [],
    truncatedIds: [],
    left: [],
    receipts: [],
    preferences: [],
    users: [],
  };

  test('P24: pages carry a cursor of this database, at a mark that is not ahead', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const before = await stores.changeLog.mark();
    const list = await stores.conversations.list(ann, { limit: 1 });
    const byId = await stores.conversations.byId(ann, id);
    const messages = await stores.messages.list(ann, { conversationId: id, limit: 1 });
    const after = await stores.changeLog.mark();
    for (const { cursor } of [list, byId ?? list, messages ?? list]) {
      const decoded = decodeCursor(cursor);
      expect(decoded?.epoch).toBe(await stores.changeLog.epoch());
      expect(decoded?.mark).toBeGreaterThanOrEqual(before);
      expect(decoded?.mark).toBeLessThanOrEqual(after);
    }
  });

  test('a sweep finds everything that changed at or after its mark, and the next begins behind it', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const [quiet, id] = [await stores.group([ann, bob]), await stores.group([ann, bob])];
    const sessionId = randomUUID();
    const expiresAt = new Date('2099-01-01');
    await stores.sessions.create({
      id: sessionId,
      userId: bob,
      scopes: [],
      refreshHash: 'h',
      label: '',
      expiresAt,
    });
    const mark = await stores.changeLog.mark();

    await stores.say(id, ann, 'hello');
    await stores.conversations.change(id, async (group) => {
      await group.admit([cleo], 'member');
      await group.setRole(bob, 'admin');
      await group.remove(ann);
    });
    const read = await stores.mark(bob, id, 2, 'read');
    const preference = await stores.conversations.setPreference(bob, id, { pinnedAt: new Date() });
    const user = await stores.users.update(cleo, { fullName: 'Cleopatra' });
    await stores.sessions.revoke(sessionId);

    const sweep = await stores.changeLog.sweep(mark);
    expect(sweep).toEqual({
      mark: expect.any(BigInt),
      conversations: [{ conversationId: id, version: 8 }],
      joins: [
        { conversationId: id, userId: cleo, version: 6 },
        { conversationId: id, userId: ann, version: 8 },
      ],
      receipts: expect.any(Array),
      preferences: [{ userId: bob, preference }],
      users: [user],
      revokedSessionIds: [sessionId],
    });
    expect(sweep.receipts).toHaveLength(3);
    expect(sweep.receipts).toContainEqual({ receipt: read?.receipt, participantCount: 2 });
    expect(await stores.changeLog.sweep(sweep.mark)).toEqual({
      mark: sweep.mark,
      conversations: [],
      joins: [],
      receipts: [],
      preferences: [],
      users: [],
      revokedSessionIds: [],
    });
    expect(await stores.version(quiet)).toBe(4);
  });

  test('memberships are the active ones, with where they see from and where the conversation stands', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    const other = await stores.group([ann, bob]);
    await stores.conversations.change(other, (group) => group.remove(bob));
    expect(await stores.changeLog.memberships([bob])).toEqual([
      {
        userId: bob,
        conversationId: id,
        visibleFromSeq: 1,
        version: 4,
        conversationVersion: 4,
        participantCount: 2,
      },
    ]);
    expect(await stores.changeLog.memberships([ann, bob])).toHaveLength(3);
    expect(await stores.changeLog.memberships([])).toEqual([]);
  });

  test('a fill brings what it lacks, in latest state, and stands at the version', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const [said] = await stores.say(id, bob, 'helo', 'next');
    await stores.conversations.change(id, (group) => group.editMessage(said?.id ?? 0, 'hello'));
    await stores.conversations.change(id, (group) => group.rename('Owls'));
    await stores.mark(ann, id, 3, 'read');

    const whole = await stores.changeLog.fill(id, 0);
    expect(whole).toMatchObject({ version: 8, participantCount: 2 });
    expect(summary(whole.changes)).toEqual([
      'participant 2',
      'participant 3',
      'message 4',
      'message 6',
      'message 7',
      'conversation 8',
    ]);
    expect(whole.changes[2]).toMatchObject({ message: { seq: 1, senderId: ann }, senderReadSeq: 1 });
    expect(whole.changes[3]).toMatchObject({ message: { seq: 3, content: 'next' }, senderReadSeq: 0 });
    expect(whole.changes[4]).toMatchObject({ message: { seq: 2, content: 'hello' }, senderReadSeq: null });
    expect(summary((await stores.changeLog.fill(id, 6)).changes)).toEqual(['message 7', 'conversation 8']);
    expect((await stores.changeLog.fill(id, 8)).changes).toEqual([]);
    expect(await stores.changeLog.fill(2 ** 31 - 1, 0)).toEqual({
      version: 0,
      participantCount: 0,
      changes: [],
    });
  });

  test('a fill does not take a mark that was moved to a message later for one that moved with it', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    await stores.say(id, ann, 'hello');
    await stores.say(id, bob, 'hi');
    await stores.mark(bob, id, 3, 'read');
    const { changes } = await stores.changeLog.fill(id, 4);
    expect(changes).toMatchObject([
      { message: { seq: 2, senderId: ann }, senderReadSeq: 2 },
      { message: { seq: 3, senderId: bob }, senderReadSeq: 2 },
    ]);
    const back = await stores.group([ann, bob]);
    await stores.say(back, bob, 'hi');
    await stores.conversations.change(back, (group) => group.remove(bob));
    await stores.conversations.change(back, (group) => group.admit([bob], 'member'));
    const [said] = (await stores.changeLog.fill(back, 4)).changes;
    expect(said).toMatchObject({ message: { senderId: bob, seq: 2 }, senderReadSeq: 1 });
  });

  test('conversations of a member are as a list shows them; those of others are left out', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [mine, theirs] = [await stores.group([ann]), await stores.group([bob])];
    const listed = (await stores.conversations.list(ann, { limit: 10 })).conversations;
    expect(await stores.changeLog.conversationsOf(ann, [mine, theirs])).toEqual(listed);
    expect(listed).toHaveLength(1);
  });

  test('P23: a replay brings what changed in the conversations that the reader kept, and nothing else', async () => {
    const [ann, bob, cleo, eve] = await stores.people('Ann', 'Bob', 'Cleo', 'Eve');
    const [id, quiet] = [await stores.group([ann, bob]), await stores.group([ann, bob])];
    const foreign = await stores.group([cleo, eve]);
    const [old] = await stores.say(id, bob, 'old', 'untouched');
    const mark = await stores.changeLog.mark();
    expect(await replay(ann, mark)).toEqual(nothing);

    await stores.say(foreign, cleo, 'not for Ann');
    await stores.users.update(eve, { fullName: 'Not for Ann either' });
    await stores.conversations.change(id, async (group) => {
      await group.editMessage(old?.id ?? 0, 'new');
      await group.setRole(ann, 'admin');
      await group.admit([cleo], 'member');
      await group.rename('Owls');
    });
    await stores.say(id, bob, 'said');
    const read = await stores.mark(bob, quiet, 1, 'read');
    const preference = await stores.conversations.setPreference(ann, quiet, { archivedAt: new Date() });
    await stores.conversations.setPreference(bob, quiet, { archivedAt: new Date() });
    const user = await stores.users.update(bob, { fullName: 'Bobby' });

    const replayed = await replay(ann, mark);
    expect(summary(replayed.changes)).toEqual([
      'message 7',
      'participant 8',
      'participant 9',
      'conversation 10',
      'message 11',
    ]);
    expect(replayed.changes[4]).toMatchObject({
      message: { content: 'said' },
      users: [user],
      senderReadSeq: 0,
    });
    expect(replayed).toMatchObject({ joined: [], left: [], preferences: [preference], users: [user] });
    expect(replayed.receipts).toContainEqual(read?.receipt);
    expect(replayed.receipts).toHaveLength(2); // Bob's in the quiet one, and Cleo's, who joined.

    expect(await replay(ann, mark, quiet)).toEqual({
      ...nothing,
      receipts: [read?.receipt],
      preferences: [preference],
      users: [user],
    });
  });

  test('a message changes the head of a conversation for nobody', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const mark = await stores.changeLog.mark();
    await stores.say(id, bob, 'hello');
    expect(summary((await replay(ann, mark)).changes)).toEqual(['message 5']);
  });

  test('P23: who joined since, or again, is sent the whole conversation, and the messages since that they may see', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    await stores.say(id, ann, 'secret');
    const mark = await stores.changeLog.mark();
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    await stores.say(id, ann, 'welcome');
    await stores.conversations.change(id, (group) => group.setRole(bob, 'admin'));
    const expected = { joined: (await stores.conversations.list(bob, { limit: 1 })).conversations };

    const { changes, ...rest } = await replay(bob, mark);
    expect(rest).toMatchObject({ joined: expected.joined, left: [], preferences: [], users: [] });
    expect(changes.map((change) => change.kind === 'message' && change.message.content)).toEqual(['welcome']);
    const between = await stores.changeLog.mark();
    await stores.conversations.change(id, (group) => group.remove(bob));
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    expect(await replay(bob, between)).toMatchObject({
      changes: [],
      joined: [{ id, unreadCount: 0 }],
      left: [],
    });
    expect(await replay(bob, between, 2 ** 31 - 1)).toEqual(nothing);
  });

  test('P23: whose membership ended since is told so, and nothing that came after', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const mark = await stores.changeLog.mark();
    await stores.say(id, ann, 'before the removal');
    await stores.conversations.change(id, (group) => group.remove(bob));
    await stores.say(id, ann, 'after the removal');
    await stores.users.update(ann, { fullName: 'Anna' });
    expect(await replay(bob, mark)).toEqual({
      ...nothing,
      left: [
        {
          kind: 'participant',
          version: 6,
          participant: expect.objectContaining({ userId: bob, leftAt: expect.any(String) }),
          participantCount: 0,
        },
      ],
    });
  });

  test('a message from before the reader came is not replayed when it changes', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    const [secret] = await stores.say(id, ann, 'secret');
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    const mark = await stores.changeLog.mark();
    await stores.conversations.change(id, (group) => group.editMessage(secret?.id ?? 0, 'still secret'));
    expect(summary((await replay(ann, mark)).changes)).toEqual(['message 6']);
    expect(await replay(bob, mark)).toEqual(nothing);
  });

  test('above 100 members only the reader’s own receipt is replayed', async () => {
    const ids = await stores.crowd(101);
    const [, ann = 0, bob = 0, cleo = 0] = ids;
    const id = await stores.group(ids);
    const mark = await stores.changeLog.mark();
    const others = await stores.mark(ann, id, 1, 'delivered');
    const own = await stores.mark(bob, id, 1, 'read');
    expect((await replay(bob, mark)).receipts).toEqual([own?.receipt]);
    await stores.conversations.change(id, (group) => group.remove(cleo));
    expect((await replay(bob, mark)).receipts).toEqual(
      expect.arrayContaining([own?.receipt, others?.receipt]),
    );
  });

  test('P35: a conversation with more changed messages than asked for is named, and none of them is told', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [busy, calm] = [await stores.group([ann, bob]), await stores.group([ann, bob])];
    const mark = await stores.changeLog.mark();
    await stores.say(busy, ann, '1', '2', '3');
    await stores.say(calm, ann, '1', '2');
    await stores.mark(bob, busy, 2, 'read');
    const max = { rows: 100, messages: 2 };
    const replayed = await stores.changeLog.replay(bob, mark, max, null);
    expect(replayed?.truncatedIds).toEqual([busy]);
    const told = replayed?.changes.filter(({ kind }) => kind === 'message');
    expect(told).toMatchObject([
      { message: { conversationId: calm } },
      { message: { conversationId: calm } },
    ]);
    expect(replayed?.receipts).toContainEqual(
      expect.objectContaining({ conversationId: busy, userId: bob, readSeq: 2 }),
    );
    expect(await stores.changeLog.replay(bob, mark, max, calm)).toMatchObject({ truncatedIds: [] });
    expect(await stores.changeLog.replay(bob, mark, { ...max, messages: 3 }, null)).toMatchObject({
      truncatedIds: [],
    });
  });

  test('P35: changes that the reader may not see do not keep from them what they may', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann], { historyVisible: false });
    const hidden = await stores.say(id, ann, '1', '2', '3');
    await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
    const mark = await stores.changeLog.mark();
    for (const { id: messageId } of hidden)
      await stores.conversations.change(id, (group) => group.editMessage(messageId, 'x'));
    await stores.say(id, ann, 'seen');
    const replayed = await stores.changeLog.replay(bob, mark, { rows: 100, messages: 2 }, null);
    expect(replayed?.truncatedIds).toEqual([id]);
  });

  test('a replay of more rows than asked for, or from a mark that is yet to come, is null', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const mark = await stores.changeLog.mark();
    await stores.say(id, ann, '1', '2', '3');
    expect(await stores.changeLog.replay(bob, mark, { rows: 3, messages: 10 }, null)).toBeNull(); // Ann's receipt is a fourth.
    expect(
      summary((await stores.changeLog.replay(bob, mark, { rows: 4, messages: 10 }, null))?.changes ?? []),
    ).toHaveLength(3);
    expect(
      await stores.changeLog.replay(bob, mark + 1_000_000n, { rows: 10, messages: 10 }, null),
    ).toBeNull();
  });

  test('of several people those who share a conversation are named', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    await stores.direct(ann, bob);
    expect(await stores.changeLog.sharingConversation(ann, [bob, cleo])).toEqual([bob]);
  });
});
