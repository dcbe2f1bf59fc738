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

  test('a person of an export is one deactivated account, found again', async () => {
    const externalId = randomUUID();
    const id = await stores.imports.person('whatsapp', externalId, 'Zoë');
    expect(await stores.imports.person('whatsapp', externalId, 'Zoë M.')).toBe(id);
    expect(await stores.users.byId(id)).toMatchObject({ fullName: 'Zoë', isDeactivated: true, email: null });
  });

  test('an import keeps times and order, and its senders are members that have left', async () => {
    const { ann, id } = await emptyGroup();
    const zoe = await stores.imports.person('whatsapp', randomUUID(), 'Zoë');
    const items = [
      line(zoe, 'hello', '2019-03-01T10:00:00.000Z'),
      line(ann, 'hi', '2019-03-01T10:05:00.000Z'),
      line(zoe, 'Zoë changed the subject', '2019-03-01T10:04:00.000Z', 'system'),
      { ...line(zoe, 'bye', '2019-03-01T11:00:00.000Z'), editedAt: new Date('2019-03-01T11:01:00.000Z') },
    ];
    expect(await stores.imports.append(id, items)).toBe(4);
    expect(await list(ann, id)).toMatchObject([
      {
        seq: 1,
        version: 4,
        senderId: zoe,
        content: 'hello',
        createdAt: '2019-03-01T10:00:00.000Z',
        payload: null,
      },
      { seq: 2, version: 5, senderId: ann, createdAt: '2019-03-01T10:05:00.000Z' },
      {
        seq: 3,
        version: 6,
        kind: 'system',
        createdAt: '2019-03-01T10:05:00.000Z',
        payload: { type: 'imported' },
      },
      { seq: 4, version: 7, createdAt: '2019-03-01T11:00:00.000Z', editedAt: '2019-03-01T11:01:00.000Z' },
    ]);
    expect(await stores.conversations.byId(ann, id)).toMatchObject({
      conversation: { version: 7, lastSeq: 4, participantCount: 1, participants: [{ userId: ann }] },
    });
    const fill = await stores.changeLog.fill(id, 2);
    expect(fill.changes.map(({ kind, version }) => [kind, version])).toEqual([
      ['participant', 3],
      ['message', 4],
      ['message', 5],
      ['message', 6],
      ['message', 7],
    ]);
    expect(fill.changes[0]).toMatchObject({
      participant: { userId: zoe, leftAt: expect.any(String), role: 'member' },
    });
  });

  test('what is there already, or comes twice at once, is not added again', async () => {
    const { ann, id } = await emptyGroup();
    const [first, second, third] = [
      line(ann, 'one', '2019-03-01T10:00:00Z'),
      line(ann, 'two', '2019-03-01T10:01:00Z'),
      line(ann, 'three', '2019-03-01T10:02:00Z'),
    ] as const;
    expect(await stores.imports.append(id, [first, first, second])).toBe(2);
    expect(await stores.imports.append(id, [first, second, third])).toBe(1);
    expect(await stores.imports.append(id, [first])).toBe(0);
    expect(await stores.imports.append(id, [])).toBe(0);
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
