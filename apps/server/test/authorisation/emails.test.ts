import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { httpClient, socketClient } from '../clients.ts';
import { emailsIn } from './emails.ts';
import { RawStreams } from './raw-streams.ts';
import { openStage, type Stage } from './stage.ts';
import { until, untilSwept } from './until.ts';
import { createWorld, type World } from './world.ts';

/** The matrix looks for addresses in every answer that it gets; here is where they are shown, and where never. */
let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  world = await createWorld(stage);
});

const callsOf = (name: keyof World['people']) => httpClient(stage.server, world.people[name].accessToken);

/** What somebody sees of a person wherever people are shown as such. */
async function profilesOf(name: keyof World['people'], watched: keyof World['people']): Promise<unknown[]> {
  const { id, fullName, accessToken } = world.people[watched];
  using socket = socketClient(stage.server, () => accessToken);
  await socket.trpc.auth.me.query();
  const { user } = callsOf(name);
  await user.block.mutate({ userId: id });
  const [found, active, blocked] = await Promise.all([
    user.search.query({ query: fullName }),
    user.listActive.query({ limit: 100 }),
    user.listBlocked.query(),
  ]);
  const all = [await user.byId.query({ userId: id }), ...found.users, ...active.users, ...blocked];
  const ofThem = all.filter((one) => one.id === id);
  expect(ofThem).toHaveLength(4);
  return ofThem.map(({ email }) => email);
}

test('an address is shown to platform admins, by every procedure that shows people', async () => {
  const { email } = world.people.stranger;
  expect(await profilesOf('platformAdmin', 'stranger')).toEqual([email, email, email, email]);
});

test('and to nobody else: not to members of a group, its owner or services', async () => {
  for (const name of ['owner', 'member', 'outsider', 'service', 'scopedService'] as const) {
    expect(await profilesOf(name, 'somebody')).toEqual([null, null, null, null]);
  }
});

test('one’s own is shown to oneself', async () => {
  const { id, fullName, email } = world.people.member;
  const { user, auth } = callsOf('member');
  const shown = [
    await auth.me.query().then((me) => me.user),
    await user.byId.query({ userId: id }),
    await user.update.mutate({ avatarUrl: null }),
    ...(await user.search.query({ query: fullName })).users,
  ];
  for (const profile of shown) expect(profile).toMatchObject({ id, email });
});

test('who makes people by upsert is told the address only where they may see it', async () => {
  const person = { issuer: 'host', externalId: randomUUID(), fullName: 'Host', role: 'client' } as const;
  const email = `${randomUUID()}@example.com`;
  const byService = await callsOf('scopedService').user.upsert.mutate({ ...person, email });
  expect(byService.email).toBeNull();
  expect((await callsOf('platformAdmin').user.upsert.mutate(person)).email).toBe(email);
});

test('conversations, messages, memberships and reports name people without their addresses, to admins too', async () => {
  const { people } = world;
  const admin = callsOf('platformAdmin');
  const userIds = [people.member.id, people.somebody.id];
  const group = await admin.conversation.create.mutate({ type: 'group', name: 'Staff', userIds });
  const conversationId = group.id;
  const sent = { conversationId, clientId: randomUUID(), content: 'Hello' };
  const message = await callsOf('member').message.send.mutate(sent);
  await admin.message.report.mutate({ messageId: message.id });
  const answers = [
    group,
    await admin.conversation.list.query({}),
    await admin.conversation.byId.query({ conversationId }),
    await admin.conversation.addParticipants.mutate({ conversationId, userIds: [people.stranger.id] }),
    await admin.conversation.setRole.mutate({ conversationId, userId: people.member.id, role: 'admin' }),
    await admin.conversation.removeParticipant.mutate({ conversationId, userId: people.stranger.id }),
    await admin.message.list.query({ conversationId }),
    await admin.message.byId.query({ messageId: message.id }),
    await admin.report.list.query({}),
    await admin.user.deactivate.mutate({ userId: people.stranger.id }),
  ];
  expect(JSON.stringify(answers)).toContain(people.somebody.fullName);
  expect(emailsIn(answers)).toEqual([]);
});

test('no frame of any stream has an address in it, to admins and oneself neither', async () => {
  const { platformAdmin, owner, member, somebody, stranger } = world.people;
  const { chat } = stage.server;
  const { conversationId, ownMessage } = world.place('member');
  await chat.addParticipants(owner.caller, { conversationId, userIds: [platformAdmin.id] });
  using streams = await RawStreams.open(stage.server, platformAdmin);
  const ids = ['sync', 'message', 'receipt', 'conversation', 'typing'].map((noun) =>
    streams.follow(`${noun}.stream`),
  );
  const [sync = 0, , , , typing = 0] = ids;
  streams.follow('presence.stream', { userIds: [owner.id, member.id, platformAdmin.id] });
  await until(() => expect(streams.types(sync)).toContain('caughtUp'));

  // A cursor of before they came would bring the conversation whole, and none of what happens in it.
  await untilSwept(stage, { person: platformAdmin, streams, sync });
  const cursor = streams.cursor(sync);
  const sent = { conversationId, clientId: randomUUID(), content: 'Hello' };
  await chat.sendMessage(member.caller, sent);
  await chat.editMessage(member.caller, { messageId: ownMessage.id, content: 'Changed' });
  await chat.deleteMessage(member.caller, { messageId: ownMessage.id });
  await chat.renameConversation(owner.caller, { conversationId, name: 'Renamed' });
  await chat.addParticipants(owner.caller, { conversationId, userIds: [stranger.id] });
  await chat.setRole(owner.caller, { conversationId, userId: somebody.id, role: 'admin' });
  await chat.removeParticipant(owner.caller, { conversationId, userId: stranger.id });
  await chat.setPreference(platformAdmin.caller, { conversationId, isPinned: true });
  await chat.markRead(somebody.caller, { conversationId, seq: 2_000 });
  await chat.createConversation(stranger.caller, { type: 'direct', userId: platformAdmin.id });
  await chat.updateProfile(member.caller, { fullName: 'Renamed' });
  await chat.deactivateUser(platformAdmin.caller, { userId: somebody.id });
  const upserted = { issuer: 'host', externalId: randomUUID(), fullName: 'Host', role: 'client' } as const;
  const { id: hostId } = await chat.upsertUser(platformAdmin.caller, {
    ...upserted,
    email: 'host@example.com',
  });
  await chat.addParticipants(owner.caller, { conversationId, userIds: [hostId] });
  await chat.upsertUser(platformAdmin.caller, { ...upserted, fullName: 'Host, renamed' });
  await chat.updateProfile(platformAdmin.caller, { fullName: 'Boss' });
  await chat.setTyping(member.caller, { conversationId, isTyping: true });
  const types = ['sent', 'edited', 'deleted'].map((verb) => `message.${verb}`);
  types.push('conversation.created', 'conversation.updated', 'preference.updated', 'receipt.advanced');
  types.push('participant.added', 'participant.updated', 'participant.removed', 'user.updated');
  await until(() => {
    expect(new Set(streams.types(sync))).toEqual(new Set(['ready', 'caughtUp', ...types]));
    expect(streams.events(typing)).toHaveLength(1);
    for (const name of ['Boss', 'Host, renamed']) {
      expect(JSON.stringify(streams.events(sync))).toContain(`"fullName":"${name}"`);
    }
  });
  // The same once more, as a replay.
  const resumed = streams.follow('sync.stream', { cursor });
  await until(() => expect(streams.types(resumed)).toContain('caughtUp'));
  expect(streams.types(resumed)).toContain('message.sent');
  expect(JSON.stringify(streams.frames)).not.toContain('@');
});
