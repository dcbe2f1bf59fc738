import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../src/testing/start-test-server.ts';
import { RawSocket } from '../raw-socket.ts';
import { countStatements } from './count-statements.ts';
import { type Scattered, scatteredPeople } from './scattered-people.ts';

const missedMessages = 100;
const patient = { timeout: 120_000, interval: 200 };
/** Making so many people takes a while on a busy machine. */
const crowded = { timeout: 240_000 };

const much = { points: 1_000_000, seconds: 60 };
const noLimits = { connectionsPerAddress: much, callsPerAddress: much };

/** A socket that has not said yet whose it is. */
const openSocket = ({ wsUrl }: TestServer): Promise<RawSocket> =>
  RawSocket.open(`${wsUrl}?connectionParams=1`);

/** As the React client comes back: all its streams on one socket, from the cursor that it kept. */
function comeBack(socket: RawSocket, { accessToken }: Scattered, cursor: string, onScreen: number[]): void {
  socket.send({ method: 'connectionParams', data: { token: accessToken } });
  socket.call(1, 'subscription', 'sync.stream', { cursor });
  socket.call(2, 'subscription', 'typing.stream', {});
  socket.call(3, 'subscription', 'presence.stream', { userIds: onScreen });
}

/** What an event frame says it is. */
const EventFrame = z.object({
  result: z.object({
    data: z.union([
      z.object({ data: z.object({ type: z.string() }) }).transform(({ data }) => data.type),
      z.object({ type: z.string() }).transform(({ type }) => type),
    ]),
  }),
});

const count = ({ frames }: RawSocket, type: string): number =>
  frames.filter((frame) => EventFrame.safeParse(frame).data?.result.data === type).length;

/** The last that a resume says. */
const isCaughtUp = (socket: RawSocket): boolean =>
  socket.frames.length > missedMessages && count(socket, 'caughtUp') > 0;

test('who comes back alone costs a handful of queries', async () => {
  await using database = await createTestDatabase('postgres');
  const statements = countStatements(database);
  await using server = await startTestServer({ database: statements.database, rates: noLimits });
  const people = await scatteredPeople(server, 10, 10);
  const [person] = people;
  if (!person) throw new Error('There is nobody.');
  const { cursor } = await server.chat.listConversations(person.caller, { limit: 1 });

  statements.take();
  using socket = await openSocket(server);
  comeBack(socket, person, cursor, colleaguesOf(person, people));
  await vi.waitFor(
    () => expect([count(socket, 'caughtUp'), count(socket, 'presence.changed')]).toEqual([1, 1]),
    patient,
  );

  // One for the token, one for memberships, one for the replay, two for presence; and where the cursor is newer than the
  // last sweep, one for the mark, and one of that sweep for the people that it finds.
  expect(asked(statements.take()).length).toBeLessThanOrEqual(7);
});

test(
  '500 clients that come back at once, 100 messages later, cost less than a query each',
  crowded,
  async () => {
    await using database = await createTestDatabase('postgres');
    const statements = countStatements(database);
    await using server = await startTestServer({ database: statements.database, rates: noLimits });
    const people = await scatteredPeople(server, 500, 10);
    const [first] = people;
    if (!first) throw new Error('There is nobody.');
    const { cursor } = await server.chat.listConversations(first.caller, { limit: 1 });
    await sendToAll(server, people);

    await using sockets = new AsyncDisposableStack();
    const clients = await Promise.all(
      people.map(async (person) => ({
        person,
        socket: sockets.use(await openSocket(server)),
        onScreen: colleaguesOf(person, people),
      })),
    );
    statements.take();
    for (const { socket, person, onScreen } of clients) comeBack(socket, person, cursor, onScreen);
    const back = clients.map(({ socket }) => socket);
    await vi.waitFor(() => expect(back.filter((socket) => !isCaughtUp(socket)).length).toBe(0), patient);
    const sent = asked(statements.take());

    for (const socket of back) expect(count(socket, 'message.sent')).toBe(missedMessages);
    expect(sent.length).toBeLessThan(people.length);
  },
);

test('clients that come back one after the other ask together all the same', crowded, async () => {
  await using database = await createTestDatabase('postgres');
  const statements = countStatements(database);
  await using server = await startTestServer({ database: statements.database, rates: noLimits });
  const people = await scatteredPeople(server, 200, 10);
  const [first] = people;
  if (!first) throw new Error('There is nobody.');
  const { cursor } = await server.chat.listConversations(first.caller, { limit: 1 });
  await sendToAll(server, people);

  await using sockets = new AsyncDisposableStack();
  const back: RawSocket[] = [];
  statements.take();
  const beganAt = performance.now();
  for (const person of people) {
    const socket = sockets.use(await openSocket(server));
    comeBack(socket, person, cursor, colleaguesOf(person, people));
    back.push(socket);
  }
  await vi.waitFor(() => expect(back.filter((socket) => !isCaughtUp(socket)).length).toBe(0), patient);
  const elapsedMs = performance.now() - beganAt;
  const sent = asked(statements.take());

  // Session, memberships, replay, mark, and two for presence: of each a few, then one in 50 ms, and full replays.
  expect(sent.length).toBeLessThanOrEqual(6 * (4 + elapsedMs / 50) + people.length / 16);
});

async function sendToAll({ stores }: TestServer, people: Scattered[]): Promise<void> {
  const byGroup = Map.groupBy(people, ({ groupIds: [groupId = 0] }) => groupId);
  for (const [conversationId, members] of byGroup) {
    const items = Array.from({ length: missedMessages }, (_, index) => ({
      conversationId,
      senderId: members[index % members.length]?.caller.userId ?? 0,
      clientId: randomUUID(),
      content: `Message ${index}`,
    }));
    await stores.messages.send(items);
  }
}

const colleaguesOf = ({ groupIds: [groupId] }: Scattered, people: Scattered[]): number[] =>
  people.filter(({ groupIds: [id] }) => id === groupId).map(({ caller }) => caller.userId);

/** Without what the hub asks by itself, however many are connected, and what a connection to the database begins with. */
const asked = (sent: string[]): string[] =>
  sent.filter((text) => !text.includes('revokedSessionIds') && !text.startsWith('SET '));
