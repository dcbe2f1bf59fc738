import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directOf, engines, openStores, summary, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the conversation store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const seen = async (userId: number, conversationId: number) => {
    const snapshot = await stores.conversations.byId(userId, conversationId);
    if (!snapshot) throw new Error('It is not theirs to see.');
    return snapshot.conversation;
  };

  test('a new group tells of itself, its members and its announcement, in dense versions', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const { conversationId, changes } = await stores.conversations.create({
      type: 'group',
      name: 'Runners',
      directKey: null,
      createdById: ann,
      externalKey: null,
      historyVisible: true,
      members: [
        { userId: cleo, role: 'member' },
        { userId: ann, role: 'owner' },
        { userId: bob, role: 'admin' },
      ],
      announcement: { type: 'group.created', name: 'Runners' },
    });

    expect(changes).toEqual([
      {
        kind: 'conversation',
        version: 1,
        conversation: {
          id: conversationId,
          type: 'group',
          name: 'Runners',
          isActive: true,
          historyVisible: true,
          createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          stateVersion: 1,
        },
      },
      expect.objectContaining({ kind: 'participant', version: 2, participantCount: 3 }),
      expect.objectContaining({
        version: 3,
        participant: {
          conversationId,
          userId: ann,
          role: 'owner',
          joinedAt: expect.any(String),
          leftAt: null,
          visibleFromSeq: 0,
          joinVersion: 3,
          version: 3,
          user: expect.objectContaining({ id: ann, fullName: 'Ann', isDeactivated: false }),
        },
      }),
      expect.objectContaining({
        version: 4,
        participant: expect.objectContaining({ userId: bob, role: 'admin' }),
      }),
      {
        kind: 'message',
        version: 5,
        message: {
          id: expect.any(Number),
          conversationId,
          seq: 1,
          senderId: ann,
          clientId: expect.any(String),
          kind: 'system',
          content: null,
          payload: { type: 'group.created', name: 'Runners' },
          createdAt: expect.any(String),
          editedAt: null,
          deletedAt: null,
          version: 5,
        },
        users: [expect.objectContaining({ id: ann })],
        senderReadSeq: 1,
      },
    ]);
    expect(await seen(ann, conversationId)).toMatchObject({
      version: 5,
      lastSeq: 1,
      unreadCount: 0,
      participantCount: 3,
    });
    expect(await seen(bob, conversationId)).toMatchObject({ unreadCount: 1, uncountedSeqs: [] });
  });

  test('what is created twice by its direct key is one', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const first = await stores.conversations.create(directOf(ann, bob));
    const second = await stores.conversations.create(directOf(bob, ann));
    expect(first.changes.length).toBe(3);
    expect(second).toEqual({ conversationId: first.conversationId, changes: [] });
  });

  test('what is created twice by its external key is one; another creator may use the same key', async () => {
    const [service, other] = await stores.people('Service', 'Other');
    const keyed = (createdById: number) => ({
      ...directOf(createdById, createdById),
      type: 'group' as const,
      name: 'Course 7',
      directKey: null,
      externalKey: 'course-7',
      members: [{ userId: createdById, role: 'owner' as const }],
    });
    const first = await stores.conversations.create(keyed(service));
    expect(await stores.conversations.create(keyed(service))).toEqual({ ...first, changes: [] });
    expect((await stores.conversations.create(keyed(other))).conversationId).not.toBe(first.conversationId);
  });

  test('others see nothing of it, in the list or by id', async () => {
    const [ann, bob, eve] = await stores.people('Ann', 'Bob', 'Eve');
    const id = await stores.group([ann, bob]);
    expect(await stores.conversations.byId(ann, id)).not.toBeNull();

    expect(await stores.conversations.byId(eve, id)).toBeNull();
    expect((await stores.conversations.list(eve, { limit: 50 })).conversations).toEqual([]);
    expect(await stores.conversations.standing(eve, id)).toBeNull();
    expect(await stores.conversations.standing(ann, id)).toEqual({ participantCount: 2, isBlocked: false });
  });

  test('a list is ordered by latest activity, in pages without holes or repeats', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const ids: number[] = [];
    for (let made = 0; made < 7; made += 1)
      ids.push(await stores.group([ann, bob], { name: `Group ${made}` }));
    const [oldest = 0] = ids;
    await stores.say(oldest, bob, 'First again');
    const expected = [oldest, ...ids.slice(1).reverse()];

    const listed: number[] = [];
    let after: string | undefined;
    do {
      const page = await stores.conversations.list(ann, { limit: 3, after });
      listed.push(...page.conversations.map(({ id }) => id));
      after = page.nextKey ?? undefined;
    } while (after);
    expect(listed).toEqual(expected);
    await expect(stores.conversations.list(ann, { limit: 3, after: 'bogus' })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { after: expect.any(String) } },
    });
  });

  test('a list carries preview, unread, own membership and people who are only named', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob, cleo]);
    await stores.conversations.change(id, async (group) => {
      await group.remove(cleo);
      await group.announce(ann, { type: 'participant.removed', userId: cleo, newOwnerId: null });
    });
    const page = await stores.conversations.list(bob, { limit: 50 });
    expect(page.conversations).toEqual([await seen(bob, id)]);
    expect(page.conversations[0]).toMatchObject({
      lastMessage: {
        kind: 'system',
        payload: { type: 'participant.removed', userId: cleo, newOwnerId: null },
      },
      unreadCount: 2,
      participantCount: 2,
      membership: { userId: bob, role: 'member' },
      participants: [{ userId: ann }, { userId: bob }],
      receipts: [
        { userId: ann, readSeq: 2 },
        { userId: bob, readSeq: 0 },
      ],
      preference: { conversationId: id, mutedUntil: null, pinnedAt: null, archivedAt: null, version: 0 },
      users: [{ id: cleo, fullName: 'Cleo' }],
    });
  });

  test('a list shows the first 20 participants and the reader; by id, all', async () => {
    const ids = await stores.crowd(25);
    const last = ids.at(-1) ?? 0;
    const id = await stores.group(ids);
    const [listed] = (await stores.conversations.list(last, { limit: 1 })).conversations;
    expect(listed?.participants.map(({ userId }) => userId)).toEqual(ids.slice(0, 20));
    expect(listed?.receipts.map(({ userId }) => userId)).toEqual([...ids.slice(0, 20), last]);
    expect(listed).toMatchObject({ participantCount: 25, membership: { userId: last } });
    expect((await seen(last, id)).participants.map(({ userId }) => userId)).toEqual(ids);
  });

  test('unread is exact: less tombstones and own messages after the mark, which are named', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const [, second] = await stores.say(id, bob, 'one', 'two', 'three');
    await stores.say(id, ann, 'four');
    await stores.say(id, bob, 'five');
    expect(await seen(ann, id)).toMatchObject({ unreadCount: 4, uncountedSeqs: [4] });

    await stores.conversations.change(id, (direct) => direct.deleteMessage(second?.id ?? 0));
    expect(await seen(ann, id)).toMatchObject({ unreadCount: 3, uncountedSeqs: [2, 4] });
    await stores.mark(ann, id, 2, 'read');
    expect(await seen(ann, id)).toMatchObject({ unreadCount: 2, uncountedSeqs: [4] });
    await stores.mark(ann, id, 5, 'read');
    expect(await seen(ann, id)).toMatchObject({ unreadCount: 0, uncountedSeqs: [] });
  });

  test('uncounted seqs are not named beyond a bound, and the count stays exact', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    await stores.say(id, bob, 'unread');
    await stores.say(id, ann, ...Array.from({ length: 1000 }, (_, index) => `${index}`));
    expect((await seen(ann, id)).uncountedSeqs).toHaveLength(1000);
    await stores.say(id, ann, 'one more');
    expect(await seen(ann, id)).toMatchObject({ unreadCount: 1, uncountedSeqs: null });
  });

  test('newcomers see the history where the group shows it, and nothing of it where it does not', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    for (const historyVisible of [true, false]) {
      const id = await stores.group([ann], { historyVisible });
      await stores.say(id, ann, 'before');
      await stores.conversations.change(id, (group) => group.admit([bob], 'member'));
      expect(await seen(bob, id)).toMatchObject({
        membership: { visibleFromSeq: historyVisible ? 0 : 2 },
        lastMessage: historyVisible ? { content: 'before' } : null,
        lastSeq: 2,
        unreadCount: 0,
      });
    }
  });

  test('who comes back starts afresh: role, visibility and join version are new, and marks never fall', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob], { historyVisible: false });
    await stores.say(id, ann, 'two');
    await stores.conversations.change(id, (group) => group.remove(bob));
    expect(await stores.conversations.byId(bob, id)).toBeNull();
    await stores.say(id, ann, 'three');

    const admitted = await stores.conversations.change(id, (group) => group.admit([bob], 'admin'));
    const version = await stores.version(id);
    expect(admitted?.changes).toEqual([
      {
        kind: 'participant',
        version,
        participantCount: 2,
        participant: expect.objectContaining({
          userId: bob,
          role: 'admin',
          leftAt: null,
          visibleFromSeq: 3,
          joinVersion: version,
        }),
      },
    ]);
    expect(await seen(bob, id)).toMatchObject({
      unreadCount: 0,
      lastMessage: null,
      receipts: [{}, { readSeq: 3 }],
    });
  });

  test('admitting skips members and repeats, and uses no version for them', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob]);
    const admitted = await stores.conversations.change(id, (group) =>
      group.admit([bob, cleo, ann, cleo], 'member'),
    );
    expect(summary(admitted?.changes ?? [])).toEqual(['participant 5']);
    expect(await seen(ann, id)).toMatchObject({ participantCount: 3, version: 5 });
  });

  test('everything that one transaction does comes as latest rows, in rising and dense versions', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob]);
    const [said] = await stores.say(id, bob, 'helo');
    const outcome = await stores.conversations.change(id, async (group) => {
      await group.admit([cleo], 'member');
      await group.rename('Owls');
      await group.setRole(bob, 'admin');
      await group.editMessage(said?.id ?? 0, 'hello');
      await group.announce(ann, { type: 'group.renamed', from: 'Early birds', to: 'Owls' });
      return group.head;
    });
    expect(outcome?.result).toMatchObject({ name: 'Owls', stateVersion: 7 });
    expect(summary(outcome?.changes ?? [])).toEqual([
      'participant 6',
      'conversation 7',
      'participant 8',
      'message 9',
      'message 10',
    ]);
    expect(outcome?.changes[3]).toMatchObject({ message: { content: 'hello' }, senderReadSeq: null });
    expect(outcome?.changes[4]).toMatchObject({ message: { seq: 3, senderId: ann }, senderReadSeq: 1 });
    expect(await seen(cleo, id)).toMatchObject({ version: 10, name: 'Owls', unreadCount: 1, lastSeq: 3 });
  });

  test('a row written twice in one transaction is told once, in its last state', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const outcome = await stores.conversations.change(id, async (group) => {
      await group.setRole(bob, 'admin');
      await group.rename('One');
      await group.setRole(bob, 'owner');
      await group.rename('Two');
    });
    expect(summary(outcome?.changes ?? [])).toEqual(['participant 7', 'conversation 8']);
    expect(outcome?.changes[1]).toMatchObject({ conversation: { name: 'Two' } });
  });

  test('what the work throws undoes everything and is thrown on', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const before = await seen(ann, id);
    const refusal = new Error('No.');
    const refused = stores.conversations.change(id, async (group) => {
      await group.rename('Other');
      await group.remove(bob);
      await group.announce(ann, { type: 'participant.removed', userId: bob, newOwnerId: null });
      throw refusal;
    });
    await expect(refused).rejects.toBe(refusal);
    expect(await seen(ann, id)).toEqual(before);
  });

  test('a conversation that does not exist cannot be locked', async () => {
    expect(await stores.conversations.change(2 ** 31 - 1, async () => 'done')).toBeNull();
  });

  test('under the lock members come longest-standing first, and others are no members', async () => {
    const [ann, bob, cleo, eve] = await stores.people('Ann', 'Bob', 'Cleo', 'Eve');
    const id = await stores.group([cleo, ann, bob]);
    await stores.conversations.change(id, (group) => group.remove(cleo));
    await stores.conversations.change(id, (group) => group.admit([cleo], 'member'));
    await stores.conversations.change(id, async (group) => {
      expect((await group.members()).map(({ userId }) => userId)).toEqual([ann, bob, cleo]);
      expect(await group.membership(bob)).toMatchObject({ userId: bob, role: 'member' });
      expect(await group.membership(eve)).toBeNull();
      await group.remove(bob);
      expect(await group.membership(bob)).toBeNull();
      expect(group.participantCount).toBe(2);
      await group.remove(bob);
      expect(group.participantCount).toBe(2);
    });
  });

  test('whom the other blocked is blocked in the conversation of the two, and nowhere else', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [direct, group] = [await stores.direct(ann, bob), await stores.group([ann, bob])];
    const isBlocked = async (userId: number, id: number) => {
      const locked = await stores.conversations.change(id, (conversation) => conversation.isBlocked(userId));
      expect((await stores.conversations.standing(userId, id))?.isBlocked).toBe(locked?.result);
      return locked?.result;
    };
    expect(await isBlocked(bob, direct)).toBe(false);
    await stores.users.block(ann, bob);
    expect(await isBlocked(bob, direct)).toBe(true);
    expect(await isBlocked(ann, direct)).toBe(false);
    expect(await isBlocked(bob, group)).toBe(false);
  });

  test('under the lock a message is found in its own conversation only, and only where it is visible', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.group([ann, bob]);
    const [said] = await stores.say(id, ann, 'hello');
    const other = await stores.group([ann, bob]);
    await stores.conversations.change(id, async (group) => {
      expect(await group.message(said?.id ?? 0, 1)).toMatchObject({ content: 'hello' });
      expect(await group.message(said?.id ?? 0, 2)).toBeNull();
    });
    await stores.conversations.change(other, async (group) => {
      expect(await group.message(said?.id ?? 0, 0)).toBeNull();
      await expect(group.editMessage(said?.id ?? 0, 'stolen')).rejects.toMatchObject({
        data: { code: 'NOT_FOUND' },
      });
      await expect(group.deleteMessage(said?.id ?? 0)).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    });
    expect(await stores.version(other)).toBe(4);
  });

  test('a deleted message is a tombstone: its place stays, its words are gone for good', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const id = await stores.direct(ann, bob);
    const [said] = await stores.say(id, ann, 'regretted');
    const deleted = await stores.conversations.change(id, (direct) => direct.deleteMessage(said?.id ?? 0));
    expect(deleted?.result).toMatchObject({
      seq: 1,
      content: null,
      deletedAt: expect.any(String),
      version: 5,
    });
    const again = await stores.conversations.change(id, (direct) => direct.deleteMessage(said?.id ?? 0));
    expect(again).toEqual({ result: deleted?.result, changes: [] });
    const edit = stores.conversations.change(id, (direct) => direct.editMessage(said?.id ?? 0, 'back'));
    await expect(edit).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    expect(await seen(bob, id)).toMatchObject({ lastMessage: { content: null }, unreadCount: 0, version: 5 });
  });

  test('a preference keeps what is not given, counts its changes, and is for members only', async () => {
    const [ann, bob, eve] = await stores.people('Ann', 'Bob', 'Eve');
    const id = await stores.direct(ann, bob);
    const always = new Date('9999-12-31T23:59:59.999Z');
    const pinnedAt = new Date('2026-01-02T03:04:05.678Z');
    expect(await stores.conversations.setPreference(ann, id, { mutedUntil: always })).toEqual({
      conversationId: id,
      mutedUntil: '9999-12-31T23:59:59.999Z',
      pinnedAt: null,
      archivedAt: null,
      version: 1,
    });
    expect(await stores.conversations.setPreference(ann, id, { pinnedAt })).toMatchObject({
      mutedUntil: '9999-12-31T23:59:59.999Z',
      pinnedAt: '2026-01-02T03:04:05.678Z',
      version: 2,
    });
    const cleared = await stores.conversations.setPreference(ann, id, { mutedUntil: null });
    expect(cleared).toMatchObject({ mutedUntil: null, pinnedAt: '2026-01-02T03:04:05.678Z', version: 3 });
    expect((await seen(ann, id)).preference).toEqual(cleared);
    expect((await seen(bob, id)).preference.version).toBe(0);
    expect(await stores.conversations.setPreference(eve, id, { pinnedAt })).toBeNull();
  });
});
