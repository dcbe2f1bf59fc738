import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { httpClient, refusal } from '../clients.ts';
import { RawStreams, speaksOf } from './raw-streams.ts';
import { openStage, type Stage } from './stage.ts';
import { until, untilHeard } from './until.ts';
import { createWorld, type World } from './world.ts';

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

test('a platform admin takes a message and a member out of a group that they are not in', async () => {
  const { conversationId, othersMessage, other } = world.place('member');
  const admin = callsOf('platformAdmin');
  const tombstone = await admin.message.delete.mutate({ messageId: othersMessage.id });
  expect(tombstone).toMatchObject({ id: othersMessage.id, content: null, payload: null });
  await admin.conversation.removeParticipant.mutate({ conversationId, userId: other.id });

  const seen = await callsOf('member').message.list.query({ conversationId });
  expect(seen.messages.find(({ id }) => id === othersMessage.id)).toEqual(tombstone);
  expect(seen.messages.at(-1)).toMatchObject({
    senderId: world.people.platformAdmin.id,
    payload: { type: 'participant.removed', userId: other.id },
  });
  expect(await refusal(callsOf('somebody').message.list.query({ conversationId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a message of a direct conversation too; but its two people stay in it', async () => {
  const { conversationId, othersMessage, other } = world.place('blocked');
  const admin = callsOf('platformAdmin');
  await admin.message.delete.mutate({ messageId: othersMessage.id });
  const { message } = await callsOf('blocked').message.byId.query({ messageId: othersMessage.id });
  expect(message.deletedAt).not.toBeNull();
  const removal = admin.conversation.removeParticipant.mutate({ conversationId, userId: other.id });
  expect(await refusal(removal)).toMatchObject({ code: 'NOT_FOUND' });
});

test('and yet they read nothing of it: not by asking, not by listening, not in what their deeds answer', async () => {
  const { conversationId, othersMessage, ownMessage, other } = world.place('member');
  const { people } = world;
  const admin = callsOf('platformAdmin');
  using streams = await RawStreams.open(stage.server, people.platformAdmin);
  const sync = streams.follow('sync.stream');
  const typing = streams.follow('typing.stream');
  const presence = streams.follow('presence.stream', { userIds: [people.member.id, other.id] });
  await until(() => expect(streams.types(sync)).toContain('caughtUp'));
  await until(() => expect(streams.types(presence)).toHaveLength(1));

  const answers: unknown[] = [
    await admin.message.delete.mutate({ messageId: othersMessage.id }),
    await admin.conversation.removeParticipant.mutate({ conversationId, userId: other.id }),
    await admin.conversation.list.query({}),
  ];
  const { chat } = stage.server;
  const next = { conversationId, clientId: randomUUID(), content: 'Is the admin gone?' };
  await chat.sendMessage(people.owner.caller, next);
  await chat.setTyping(people.owner.caller, { conversationId, isTyping: true });
  const reads = await Promise.all(
    [
      admin.conversation.byId.query({ conversationId }),
      admin.message.list.query({ conversationId }),
      admin.message.byId.query({ messageId: ownMessage.id }),
      admin.message.report.mutate({ messageId: ownMessage.id }),
      admin.receipt.list.query({ conversationId }),
      admin.message.edit.mutate({ messageId: ownMessage.id, content: 'Mine now' }),
    ].map(refusal),
  );
  for (const read of reads) expect(read).toMatchObject({ code: 'NOT_FOUND' });
  expect(JSON.stringify(answers)).not.toContain('was here');

  // Whatever was on its way to them has arrived with this.
  await untilHeard(stage, { person: people.platformAdmin, streams, sync });
  expect(streams.frames.filter((frame) => speaksOf(conversationId, frame))).toEqual([]);
  expect(streams.events(typing)).toEqual([]);
  expect(streams.events(presence)).toEqual([{ type: 'presence.changed', presences: [] }]);
});
