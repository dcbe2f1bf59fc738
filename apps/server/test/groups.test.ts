import { limits, type ParticipantRole } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';
import { httpClient, refusal } from './clients.ts';

const resources = new AsyncDisposableStack();
let server: TestServer;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('pglite'));
  server = resources.use(await startTestServer({ database }));
});
afterAll(() => resources.disposeAsync());

const callsOf = ({ accessToken }: TestUser) => httpClient(server, accessToken);
const idOf = ({ user }: TestUser) => user.id;

/** A group of new people, the longest-standing first; the first is its creator. */
async function group(...roles: ParticipantRole[]) {
  const people: TestUser[] = [];
  for (const role of roles) people.push(await server.signUp(role));
  const [creator, ...others] = people;
  if (!creator) throw new Error('A group has somebody in it.');
  const { conversation } = callsOf(creator);
  const input = { type: 'group', name: 'Group', userIds: others.map(idOf) } as const;
  const { id: conversationId } = await conversation.create.mutate(input);
  for (const [at, role] of roles.entries()) {
    const userId = people[at]?.user.id ?? 0;
    if (at > 0 && role !== 'member') await conversation.setRole.mutate({ conversationId, userId, role });
  }
  return { conversationId, creator, people };
}

async function owners(by: TestUser, conversationId: number): Promise<number[]> {
  const { conversation } = await callsOf(by).conversation.byId.query({ conversationId });
  return conversation.participants.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
}

test.for<{ left: ParticipantRole[]; heirAt: number }>([
  { left: ['member', 'admin', 'admin'], heirAt: 1 },
  { left: ['member', 'member'], heirAt: 0 },
  { left: ['member', 'owner', 'admin'], heirAt: 1 },
])('when an owner leaves $left, the one at $heirAt owns the group', async ({ left, heirAt }) => {
  const { conversationId, creator, people } = await group('owner', ...left);
  const heir = people[heirAt + 1];
  if (!heir) throw new Error('Nobody is there.');
  await callsOf(creator).conversation.leave.mutate({ conversationId });
  expect(await owners(heir, conversationId)).toEqual([heir.user.id]);
  const { messages } = await callsOf(heir).message.list.query({ conversationId });
  const newOwnerId = left.includes('owner') ? null : heir.user.id;
  expect(messages.at(-1)?.payload).toEqual({ type: 'participant.left', userId: creator.user.id, newOwnerId });
});

test('when a platform admin removes the last owner, the history says who owns the group now', async () => {
  const { conversationId, creator, people } = await group('owner', 'member');
  const heir = people[1] ?? creator;
  const admin = callsOf(await server.signUp('Admin', 'admin'));
  const userId = creator.user.id;
  await admin.conversation.removeParticipant.mutate({ conversationId, userId });
  expect(await owners(heir, conversationId)).toEqual([heir.user.id]);
  const { messages } = await callsOf(heir).message.list.query({ conversationId });
  const newOwnerId = heir.user.id;
  expect(messages.at(-1)?.payload).toEqual({ type: 'participant.removed', userId, newOwnerId });
});

test('whoever was deactivated takes over nothing', async () => {
  const { conversationId, creator, people } = await group('owner', 'admin', 'member');
  const [, gone, heir] = people;
  if (!gone || !heir) throw new Error('Nobody is there.');
  const admin = callsOf(await server.signUp('Admin', 'admin'));
  await admin.user.deactivate.mutate({ userId: gone.user.id });
  await callsOf(creator).conversation.leave.mutate({ conversationId });
  expect(await owners(heir, conversationId)).toEqual([heir.user.id]);
});

test('the last owner keeps the role, until there is another', async () => {
  const { conversationId, creator, people } = await group('owner', 'member');
  const { setRole } = callsOf(creator).conversation;
  const stepDown = { conversationId, userId: creator.user.id, role: 'member' } as const;
  expect(await refusal(setRole.mutate(stepDown))).toMatchObject({ code: 'LAST_OWNER' });
  await setRole.mutate({ conversationId, userId: people[1]?.user.id ?? 0, role: 'owner' });
  expect(await setRole.mutate(stepDown)).toMatchObject({ role: 'member' });
});

test('a group has a thousand members, and not one more', { timeout: 60_000 }, async () => {
  const creator = await server.signUp('Creator');
  const userIds: number[] = [];
  for (let at = 0; at < limits.groupMembers; at += 1) {
    const person = {
      issuer: 'test',
      externalId: String(at),
      fullName: `Person ${at}`,
      role: 'client',
    } as const;
    userIds.push((await server.stores.users.upsert(person)).user.id);
  }
  const { conversation } = callsOf(creator);
  const [last = 0, ...others] = userIds;
  const input = { type: 'group', name: 'Everybody', userIds: others } as const;
  const { id: conversationId, participantCount } = await conversation.create.mutate(input);
  expect(participantCount).toBe(limits.groupMembers);
  const more = conversation.addParticipants.mutate({ conversationId, userIds: [last] });
  expect(await refusal(more)).toMatchObject({ code: 'GROUP_FULL' });
  const tooMany = conversation.create.mutate({ ...input, userIds });
  expect(await refusal(tooMany)).toMatchObject({ fields: { userIds: 'a group has at most 1,000 members' } });
});
