import { randomUUID } from 'node:crypto';
import type { Message } from '@vibe/contract';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../src/import-error.ts';
import { openChat } from '../src/open-chat.ts';
import { type Engine, importScene, whatsAppLines } from './import-scene.ts';
import { fixture, readAll } from './support.ts';

const exports = [
  ['an Android phone', 'whatsapp/android-us.txt', {}],
  ['an iPhone', 'whatsapp/iphone-gb.txt', {}],
  ['Slack', 'slack', { channel: 'gym' }],
] as const;
const sourceNames = { whatsapp: 'WhatsApp', slack: 'Slack' };
const contentsOf = ({ messages }: { messages: Message[] }) => messages.map(({ content }) => content);
const numbers = (count: number, first = 1) => Array.from({ length: count }, (_, index) => first + index);

/** What an export says, as readers should see it. */
async function expectedOf(path: string, given: { channel?: string }) {
  const chat = await openChat({ path: fixture(path), timeZone: 'UTC', ...given }, 10_000);
  const names = new Map(chat.people.map(({ externalId, fullName }) => [externalId, fullName]));
  const messages = await readAll(chat);
  return messages.map(({ authorExternalId, kind, content, sentAt, editedAt }) => ({
    author: authorExternalId === null ? sourceNames[chat.source] : names.get(authorExternalId),
    kind,
    content,
    payload: kind === 'system' ? { type: 'imported' } : null,
    createdAt: sentAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}

describe.each<Engine>(['pglite', 'postgres'])('an import into %s', (engine) => {
  test.each(exports)(
    'of %s keeps every message, its time, order and author, and adds nothing twice',
    async (_, path, given) => {
      await using scene = await importScene(engine);
      const ana = await scene.person('Ana');
      const expected = await expectedOf(path, given);
      expect(expected.length).toBeGreaterThan(5);
      expect(await scene.load(fixture(path), { ...given, members: [ana.email] })).toMatchObject({
        added: expected.length,
        known: 0,
        retimed: 0,
        joined: ['Ana'],
        isComplete: true,
      });

      const { messages, names } = await scene.read(ana.id);
      const seen = messages.map(({ senderId, kind, content, payload, createdAt, editedAt }) => {
        return { author: names.get(senderId), kind, content, payload, createdAt, editedAt };
      });
      expect(seen).toEqual(expected);
      expect(messages.map(({ seq }) => seq)).toEqual(numbers(messages.length));
      // The conversation itself had the first version.
      expect(messages.map(({ version }) => version)).toEqual(numbers(messages.length, 2));

      const { version } = await scene.groupOf(ana.id);
      expect(await scene.load(fixture(path), given)).toMatchObject({
        added: 0,
        known: expected.length,
        joined: [],
        isComplete: true,
      });
      expect(await scene.read(ana.id)).toEqual({ messages, names });
      expect(await scene.groupOf(ana.id)).toMatchObject({ version });
    },
  );
});

describe('an import', () => {
  test('of a longer export adds what is new, also where people have written in the group since', async () => {
    await using scene = await importScene('postgres');
    const ana = await scene.person('Ana');
    await scene.loadLines(whatsAppLines(3), { members: [ana.email] });
    expect(await scene.loadLines(whatsAppLines(5))).toMatchObject({ added: 2, known: 3, retimed: 0 });

    const { id: conversationId } = await scene.groupOf(ana.id);
    await scene.stores.conversations.change(conversationId, (group) => group.rename('Gym, the old days'));
    await scene.stores.messages.send([
      { conversationId, senderId: ana.id, clientId: randomUUID(), content: 'hello from here' },
    ]);
    expect(await scene.loadLines(whatsAppLines(6))).toMatchObject({ added: 1, known: 5, retimed: 1 });
    const { messages } = await scene.read(ana.id);
    expect(messages.map(({ content }) => content)).toEqual([
      ...numbers(5, 0).map((number) => `message ${number}`),
      'hello from here',
      'message 5',
    ]);
    const times = messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted());
    expect(times[6]).toBe(times[5]);
  });

  test('of an export that begins earlier puts the earlier messages at the end, and says so', async () => {
    await using scene = await importScene('postgres');
    const ana = await scene.person('Ana');
    await scene.loadLines(whatsAppLines(2, 10), { members: [ana.email] });
    expect(await scene.loadLines(whatsAppLines(12))).toMatchObject({ added: 10, known: 2, retimed: 10 });
    expect(contentsOf(await scene.read(ana.id))).toEqual(
      [10, 11, ...numbers(10, 0)].map((number) => `message ${number}`),
    );
  });

  test('keeps identical lines of one minute apart', async () => {
    await using scene = await importScene('postgres');
    const ana = await scene.person('Ana');
    const line = '13/01/2024, 08:00 - Ben: 👍';
    await scene.loadLines([line, line, line], { members: [ana.email] });
    expect(await scene.loadLines([line, line, line, line])).toMatchObject({ added: 1, known: 3 });
    expect(contentsOf(await scene.read(ana.id))).toEqual(['👍', '👍', '👍', '👍']);
  });

  test('makes people whom nobody can sign in as, and who are in no list', async () => {
    await using scene = await importScene('postgres');
    const ana = await scene.person('Ana');
    await scene.loadLines(['13/01/2024, 08:00 - Ben Okri: hi'], { members: [ana.email] });
    const { messages } = await scene.read(ana.id);
    const ben = await scene.stores.users.byId(messages[0]?.senderId ?? 0);
    expect(ben).toMatchObject({ fullName: 'Ben Okri', email: null, role: 'client', isDeactivated: true });
    expect(await scene.stores.users.passwordHash(ben?.id ?? 0)).toBeNull();
    expect(await scene.stores.users.search('Ben Okri', { limit: 10, after: null })).toEqual([]);
    expect((await scene.groupOf(ana.id)).participants.map(({ userId }) => userId)).toEqual([ana.id]);
  });

  test('lets the members named in at the end, the first as the owner, with nothing unread', async () => {
    await using scene = await importScene('postgres');
    const [ana, leo, yuki] = [
      await scene.person('Ana'),
      await scene.person('Leo'),
      await scene.person('Yuki'),
    ];
    const members = [leo.email.toUpperCase(), ana.email, leo.email];
    expect(await scene.loadLines(whatsAppLines(4), { members })).toMatchObject({ joined: ['Leo', 'Ana'] });
    const group = await scene.groupOf(ana.id);
    expect(group).toMatchObject({ name: 'Gym', unreadCount: 0, lastSeq: 4, participantCount: 2 });
    expect(group.lastMessage).toMatchObject({ content: 'message 3' });
    expect(group.participants.map(({ userId, role }) => [userId, role])).toEqual([
      [ana.id, 'member'],
      [leo.id, 'owner'],
    ]);
    const again = { members: [yuki.email, ana.email] };
    expect(await scene.loadLines(whatsAppLines(5), again)).toMatchObject({ joined: ['Yuki'] });
    expect((await scene.groupOf(yuki.id)).membership).toMatchObject({ role: 'member', visibleFromSeq: 0 });
    expect((await scene.groupOf(yuki.id)).unreadCount).toBe(0);
    expect((await scene.groupOf(ana.id)).unreadCount).toBe(1);
  });

  test('lets every platform admin in where nobody is, and nobody else later', async () => {
    await using scene = await importScene('postgres');
    const [robin, sam] = [await scene.person('Robin', 'admin'), await scene.person('Sam', 'admin')];
    expect((await scene.loadLines(whatsAppLines(2))).joined).toEqual(['Robin', 'Sam']);
    expect((await scene.groupOf(sam.id)).membership.role).toBe('owner');
    const { id: conversationId } = await scene.groupOf(robin.id);
    await scene.stores.conversations.change(conversationId, (group) => group.remove(sam.id));
    expect((await scene.loadLines(whatsAppLines(3))).joined).toEqual([]);
  });

  test('writes nothing while it is not clear who may read it', async () => {
    await using scene = await importScene('postgres');
    const load = (members: string[]) => scene.loadLines(whatsAppLines(2), { members });
    await expect(load([])).rejects.toThrow(/Nobody could read the group.*--member/);
    await expect(load(['no@example.com'])).rejects.toThrow(/no@example.com has no account/);
    const twin = { email: 'twin@example.com', fullName: 'Twin', role: 'client' } as const;
    for (const issuer of ['one', 'other']) {
      await scene.stores.users.upsert({ ...twin, issuer, externalId: 'twin' });
    }
    await expect(load([twin.email])).rejects.toThrow(/address of 2 accounts/);
    await expect(load([twin.email])).rejects.toThrow(ImportError);
    expect(await scene.stores.imports.findGroup('whatsapp', 'Gym')).toBeNull();
  });

  test('has a group for each name and each source', async () => {
    await using scene = await importScene('postgres');
    const people = await Promise.all(['Ana', 'Leo', 'Yuki'].map((name) => scene.person(name)));
    const [ana, leo, yuki] = people.map(({ email }) => ({ members: [email] }));
    await scene.loadLines(whatsAppLines(2), ana);
    await scene.loadLines(whatsAppLines(2), { ...leo, group: 'Pool' });
    await scene.load(fixture('slack'), { ...yuki, channel: 'gym' });
    const ids = await Promise.all(people.map(({ id }) => scene.groupOf(id)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  });

  test('that is stopped goes on when it is run again', async () => {
    await using scene = await importScene('postgres');
    const ana = await scene.person('Ana');
    const stopping = new AbortController();
    const options = { members: [ana.email] };
    const lines = whatsAppLines(2_500);
    const stopped = await scene.loadLines(lines, {
      ...options,
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(stopped).toMatchObject({ added: 1_000, joined: [], isComplete: false });
    expect((await scene.stores.conversations.list(ana.id, { limit: 1 })).conversations).toEqual([]);

    const progress: number[] = [];
    const rest = await scene.loadLines(lines, { ...options, onProgress: (count) => progress.push(count) });
    expect(rest).toMatchObject({ added: 1_500, known: 1_000, joined: ['Ana'], isComplete: true });
    expect(progress).toEqual([1_000, 1_000, 500]);
    const { messages } = await scene.read(ana.id);
    expect(contentsOf({ messages })).toEqual(numbers(2_500, 0).map((number) => `message ${number}`));
    expect(messages.map(({ version }) => version)).toEqual(numbers(2_500, 2));
    expect((await scene.groupOf(ana.id)).version).toBe(2_502);
  });
});

test('two imports at once, and people who write meanwhile, leave every message there once', async () => {
  await using scene = await importScene('postgres');
  await using other = await importScene('postgres', scene.database);
  const ana = await scene.person('Ana');
  await scene.loadLines(whatsAppLines(1), { members: [ana.email] });
  const { id: conversationId } = await scene.groupOf(ana.id);
  const say = (content: string) =>
    scene.stores.messages.send([{ conversationId, senderId: ana.id, clientId: randomUUID(), content }]);

  const lines = whatsAppLines(3_000);
  const importing = Promise.all([scene.loadLines(lines), other.loadLines(lines)]);
  for (const number of numbers(20)) await say(`live ${number}`);
  const [one, another] = await importing;
  expect(one.added + another.added).toBe(2_999);

  const { messages } = await scene.read(ana.id);
  expect(messages.map(({ seq }) => seq)).toEqual(numbers(3_020));
  const versions = messages.map(({ version }) => version);
  // The join stands between the first message and the others.
  expect(versions).toEqual([2, ...numbers(3_019, 4)]);
  const times = messages.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted());
  expect(new Set(messages.map(({ content }) => content)).size).toBe(3_020);
  const imported = messages.flatMap(({ content }) => (content?.startsWith('message') ? [content] : []));
  expect(imported).toEqual(numbers(3_000, 0).map((number) => `message ${number}`));
});
