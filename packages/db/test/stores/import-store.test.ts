import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the import store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const line = (senderId: number, content: string, sentAt: string, kind: 'text' | 'system' = 'text') => ({
    senderId,
    clientId: randomUUID(),
    kind,
    content,
    sentAt: new Date(sentAt),
    editedAt: null,
  });

  async function emptyGroup() {
    const [ann] = await stores.people('Ann');
    const { conversationId } = await stores.conversations.create({
      type: 'group',
      name: 'Old chat',
      directKey: null,
      createdById: ann,
      externalKey: null,
      historyVisible: true,
      members: [{ userId: ann, role: 'owner' }],
      announcement: null,
    });
    return { ann, id: conversationId };
  }
  const list = async (userId: number, conversationId: number) =>
    (await stores.messages.list(userId, { conversationId, limit: 100 }))?.messages ?? [];

  const account = (externalId: string, fullName: string, role: 'client' | 'service' = 'client') => ({
    externalId,
    fullName,
    role,
  });

  test('somebody of an export is one deactivated account, found again under the first name', async () => {
    const [zoe, bot] = [randomUUID(), randomUUID()];
    const ids = await stores.imports.accounts([account(zoe, 'Zoë'), account(bot, 'Bot', 'service')]);
    expect(await stores.imports.accounts([account(zoe, 'Zoë M.')])).toEqual(new Map([[zoe, ids.get(zoe)]]));
    expect(await stores.users.byId(ids.get(zoe) ?? 0)).toMatchObject({
      fullName: 'Zoë',
      role: 'client',
      isDeactivated: true,
      email: null,
    });
    expect(await stores.users.byId(ids.get(bot) ?? 0)).toMatchObject({ role: 'service' });
    expect(await stores.imports.accounts([])).toEqual(new Map());
  });

  test("an import's group is found by who made it and its key", async () => {
    const [maker, other] = [randomUUID(), randomUUID()];
    const ids = await stores.imports.accounts([account(maker, 'One'), account(other, 'Other')]);
    expect(await stores.imports.findGroup(maker, 'Gym')).toBeNull();
    const { conversationId } = await stores.conversations.create({
      type: 'group',
      name: 'Gym',
      directKey: null,
      createdById: ids.get(maker) ?? 0,
      externalKey: 'Gym',
      historyVisible: true,
      members: [],
      announcement: null,
    });
    expect(await stores.imports.findGroup(maker, 'Gym')).toEqual({ conversationId, participantCount: 0 });
    expect(await stores.imports.findGroup(other, 'Gym')).toBeNull();
    expect(await stores.imports.findGroup(maker, 'gym')).toBeNull();
  });

  test('only people with an account can be let in, by their address in any case', async () => {
    const email = `${randomUUID()}@example.com`;
    const admin = await stores.users.createWithPassword({
      email,
      fullName: 'Robin',
      passwordHash: 'x',
      role: 'admin',
    });
    const robin = { id: admin?.id, fullName: 'Robin' };
    expect(await stores.imports.readersByEmail(email.toUpperCase())).toEqual([robin]);
    expect(await stores.imports.admins()).toContainEqual(robin);
    await stores.users.deactivate(admin?.id ?? 0);
    expect(await stores.imports.readersByEmail(email)).toEqual([]);
    expect(await stores.imports.admins()).not.toContainEqual(robin);
  });

  test('an import keeps times and order, and its senders do not become members', async () => {
    const { ann, id } = await emptyGroup();
    const externalId = randomUUID();
    const accounts = await stores.imports.accounts([account(externalId, 'Zoë')]);
    const zoe = accounts.get(externalId) ?? 0;
    const items = [
      line(zoe, 'hello', '2019-03-01T10:00:00.000Z'),
      line(ann, 'hi', '2019-03-01T10:05:00.000Z'),
      line(zoe, 'Zoë changed the subject', '2019-03-01T10:04:00.000Z', 'system'),
      { ...line(zoe, 'bye', '2019-03-01T11:00:00.000Z'), editedAt: new Date('2019-03-01T11:01:00.000Z') },
    ];
    expect(await stores.imports.append(id, items)).toEqual({ added: 4, retimed: 1 });
    expect(await list(ann, id)).toMatchObject([
      {
        seq: 1,
        version: 3,
        senderId: zoe,
        content: 'hello',
        createdAt: '2019-03-01T10:00:00.000Z',
        payload: null,
      },
      { seq: 2, version: 4, senderId: ann, createdAt: '2019-03-01T10:05:00.000Z' },
      {
        seq: 3,
        version: 5,
        kind: 'system',
        content: 'Zoë changed the subject',
        createdAt: '2019-03-01T10:05:00.000Z',
        payload: { type: 'imported' },
      },
      { seq: 4, version: 6, createdAt: '2019-03-01T11:00:00.000Z', editedAt: '2019-03-01T11:01:00.000Z' },
    ]);
    const page = await stores.messages.list(ann, { conversationId: id, limit: 100 });
    expect(page?.users.map(({ fullName }) => fullName)).toEqual(['Ann', 'Zoë']);
    expect(await stores.conversations.byId(ann, id)).toMatchObject({
      conversation: { version: 6, lastSeq: 4, participantCount: 1, participants: [{ userId: ann }] },
    });
    const fill = await stores.changeLog.fill(id, 2);
    expect(fill.changes).toMatchObject([3, 4, 5, 6].map((version) => ({ kind: 'message', version })));
  });

  test('a time to come is lowered to now, so that what is said next is not from the future', async () => {
    const { ann, id } = await emptyGroup();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const items = [line(ann, 'from a clock gone wrong', tomorrow), line(ann, 'later', tomorrow)];
    expect(await stores.imports.append(id, items)).toEqual({ added: 2, retimed: 2 });
    const [said] = await stores.say(id, ann, 'now');
    expect(Date.parse(said?.createdAt ?? '')).toBeLessThan(Date.now() + 60_000);
  });

  test('what is there already, or comes twice at once, is not added again', async () => {
    const { ann, id } = await emptyGroup();
    const [first, second, third] = [
      line(ann, 'one', '2019-03-01T10:00:00Z'),
      line(ann, 'two', '2019-03-01T10:01:00Z'),
      line(ann, 'three', '2019-03-01T10:02:00Z'),
    ] as const;
    expect(await stores.imports.append(id, [first, first, second])).toEqual({ added: 2, retimed: 0 });
    expect(await stores.imports.append(id, [first, second, third])).toEqual({ added: 1, retimed: 0 });
    expect(await stores.imports.append(id, [first])).toEqual({ added: 0, retimed: 0 });
    expect(await stores.imports.append(id, [])).toEqual({ added: 0, retimed: 0 });
    expect((await list(ann, id)).map(({ seq, content }) => [seq, content])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(await stores.version(id)).toBe(5);
  });

  test('after an import the chat goes on', async () => {
    const { ann, id } = await emptyGroup();
    await stores.imports.append(id, [line(ann, 'old', '2019-03-01T10:00:00Z')]);
    const [said] = await stores.say(id, ann, 'new');
    expect(said).toMatchObject({ seq: 2, version: 4 });
    expect(Date.parse(said?.createdAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await stores.imports.append(id, [line(ann, 'late', '2019-03-01T10:00:00Z')]);
    expect((await list(ann, id)).at(-1)).toMatchObject({
      seq: 3,
      content: 'late',
      createdAt: said?.createdAt,
    });
  });
});
