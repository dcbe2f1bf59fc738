import { randomUUID } from 'node:crypto';
import { limits } from '@vibe/contract';
import { memoryBus } from '@vibe/realtime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RawStreams, speaksOf } from './raw-streams.ts';
import { openStage, type Stage } from './stage.ts';
import { until, untilHeard, untilSwept } from './until.ts';
import { createWorld, type World } from './world.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Everything that may happen in a group, by those who stayed. */
async function goOn({ server: { chat } }: Stage, { people, place }: World): Promise<void> {
  const { owner, admin, somebody, stranger } = people;
  const { conversationId, othersMessage, ownMessage } = place('admin');
  const content = 'Now that they are gone';
  const sent = await chat.sendMessage(owner.caller, { conversationId, clientId: randomUUID(), content });
  await chat.editMessage(somebody.caller, { messageId: othersMessage.id, content });
  await chat.deleteMessage(admin.caller, { messageId: ownMessage.id });
  await chat.renameConversation(owner.caller, { conversationId, name: 'Without them' });
  await chat.addParticipants(owner.caller, { conversationId, userIds: [stranger.id] });
  await chat.setRole(owner.caller, { conversationId, userId: somebody.id, role: 'admin' });
  await chat.markRead(admin.caller, { conversationId, seq: sent.seq });
  await chat.setTyping(admin.caller, { conversationId, isTyping: true });
}

const remove = ({ server: { chat } }: Stage, { people, place }: World) =>
  chat.removeParticipant(people.owner.caller, {
    conversationId: place('owner').conversationId,
    userId: people.member.id,
  });

/** Those of the group, from the first one on that tells the member of their removal. */
function framesFromRemoval({ frames }: RawStreams, { people, place }: World): unknown[] {
  const ofGroup = frames.filter((frame) => speaksOf(place('member').conversationId, frame));
  const isRemoval = (frame: unknown) => {
    const text = JSON.stringify(frame);
    return text.includes('"participant.removed"') && text.includes(`"userId":${people.member.id},`);
  };
  expect(ofGroup.some(isRemoval)).toBe(true);
  return ofGroup.slice(ofGroup.findIndex(isRemoval));
}

test('the last frame of a conversation that a removed member’s socket gets says that they were removed', async () => {
  const world = await createWorld(stage);
  const { member, somebody, stranger } = world.people;
  const { conversationId } = world.place('member');
  const { chat } = stage.server;
  using streams = await RawStreams.open(stage.server, member);
  const sync = streams.follow('sync.stream');
  const typing = streams.follow('typing.stream');
  const narrowed = {
    message: streams.follow('message.stream', { conversationId }),
    conversation: streams.follow('conversation.stream', { conversationId }),
    receipt: streams.follow('receipt.stream', { conversationId }),
    typing: streams.follow('typing.stream', { conversationId }),
  };
  await until(() => expect(streams.types(narrowed.receipt)).toContain('caughtUp'));

  // While they are a member they hear of all of it.
  const clientId = randomUUID();
  await chat.sendMessage(somebody.caller, { conversationId, clientId, content: 'All here?' });
  await chat.setTyping(somebody.caller, { conversationId, isTyping: true });
  await until(() => {
    for (const id of [sync, narrowed.message]) expect(streams.types(id)).toContain('message.sent');
    for (const id of [typing, narrowed.typing]) expect(streams.types(id)).toContain('typing.changed');
  });

  const { version } = await remove(stage, world);
  await goOn(stage, world);
  await untilHeard(stage, { person: member, streams, sync });
  const told = { type: 'participant.removed', participant: { conversationId, userId: member.id, version } };
  for (const id of [sync, narrowed.conversation]) {
    expect(streams.events(id).findLast((event) => speaksOf(conversationId, event))).toMatchObject(told);
  }
  const isLast = () => expect(framesFromRemoval(streams, world)).toHaveLength(2);
  isLast();
  await until(() => {
    for (const id of Object.values(narrowed)) expect(streams.isStopped(id)).toBe(true);
  });

  // Nor does anything come later, when the database has been looked through for what was missed.
  await untilSwept(stage, { person: member, streams, sync });
  await chat.setTyping(somebody.caller, { conversationId, isTyping: true });
  const { id: elsewhere } = await chat.createConversation(stranger.caller, {
    type: 'direct',
    userId: member.id,
  });
  await until(() => expect(streams.types(sync)).toContain('conversation.created'));
  await chat.setTyping(stranger.caller, { conversationId: elsewhere, isTyping: true });
  await until(() => expect(streams.events(typing).at(-1)).toMatchObject({ conversationId: elsewhere }));
  isLast();
});

test('where the bus rings for nothing the sweep ends delivery at the removal all the same', async () => {
  await using deaf = await openStage({ bus: { ...memoryBus(), publish: () => {} } });
  const world = await createWorld(deaf);
  const { member, somebody } = world.people;
  const { conversationId } = world.place('member');
  using streams = await RawStreams.open(deaf.server, member);
  const sync = streams.follow('sync.stream');
  await until(() => expect(streams.types(sync)).toContain('caughtUp'));
  const { chat } = deaf.server;
  const before = { conversationId, clientId: randomUUID(), content: 'Before' };
  await chat.sendMessage(somebody.caller, before);
  await until(() => expect(streams.types(sync)).toContain('message.sent'));

  await remove(deaf, world);
  await goOn(deaf, world);
  await untilSwept(deaf, { person: member, streams, sync });
  expect(framesFromRemoval(streams, world)).toHaveLength(1);
});

test('who was removed while away is told so when they resume, and nothing else of it', async () => {
  const world = await createWorld(stage);
  const { member, somebody } = world.people;
  const { conversationId } = world.place('member');
  let cursor = '';
  {
    using streams = await RawStreams.open(stage.server, member);
    const sync = streams.follow('sync.stream');
    await until(() => expect(streams.types(sync)).toContain('caughtUp'));
    cursor = streams.cursor(sync);
  }
  const last = { conversationId, clientId: randomUUID(), content: 'While you are away' };
  await stage.server.chat.sendMessage(somebody.caller, last);
  await remove(stage, world);
  await goOn(stage, world);

  using streams = await RawStreams.open(stage.server, member);
  const sync = streams.follow('sync.stream', { cursor });
  await until(() => expect(streams.types(sync)).toContain('caughtUp'));
  await untilHeard(stage, { person: member, streams, sync });
  const news = streams.events(sync).filter((event) => speaksOf(conversationId, event));
  expect(news).toMatchObject([{ type: 'participant.removed', participant: { userId: member.id } }]);
});

test('who is taken in again gets the conversation, and then what follows', async () => {
  const world = await createWorld(stage);
  const { removed, somebody } = world.people;
  const { conversationId } = world.place('member');
  const { chat } = stage.server;
  using streams = await RawStreams.open(stage.server, removed);
  const sync = streams.follow('sync.stream');
  await until(() => expect(streams.types(sync)).toContain('caughtUp'));
  const send = (content: string) =>
    chat.sendMessage(somebody.caller, { conversationId, clientId: randomUUID(), content });
  await send('Not for them');
  await world.readmit();
  await send('For them again');

  await until(() => expect(JSON.stringify(streams.events(sync))).toContain('For them again'));
  // Their removal, of before the stream began, may be told once more: it does no harm.
  const news = streams
    .events(sync)
    .filter((event) => speaksOf(conversationId, event) && event.type !== 'participant.removed');
  expect(news[0]).toMatchObject({ type: 'conversation.created', conversation: { id: conversationId } });
  expect(news.findLast(({ type }) => type === 'message.sent')).toMatchObject({
    message: { content: 'For them again' },
  });
  expect(JSON.stringify(news)).not.toContain('Not for them');
});

test('typing that is refused is seen by nobody', async () => {
  const world = await createWorld(stage);
  const { somebody, member, ...others } = world.people;
  const { conversationId } = world.place('member');
  const { chat } = stage.server;
  using streams = await RawStreams.open(stage.server, somebody);
  const typing = streams.follow('typing.stream', { conversationId });
  await until(() => expect(streams.frames).toHaveLength(1));
  for (const { caller } of [others.outsider, others.removed, others.platformAdmin, others.service]) {
    const refused = chat.setTyping(caller, { conversationId, isTyping: true });
    await expect(refused).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  }
  await chat.setTyping(member.caller, { conversationId, isTyping: true });
  await until(() => expect(streams.events(typing)).toHaveLength(1));
  expect(streams.events(typing)).toEqual([{ type: 'typing.changed', conversationId, userIds: [member.id] }]);
});

test('who is removed stops typing for the others at once', async () => {
  const world = await createWorld(stage);
  const { somebody, member } = world.people;
  const { conversationId } = world.place('member');
  using streams = await RawStreams.open(stage.server, somebody);
  const typing = streams.follow('typing.stream', { conversationId });
  await until(() => expect(streams.frames).toHaveLength(1));
  await stage.server.chat.setTyping(member.caller, { conversationId, isTyping: true });
  await until(() => expect(streams.events(typing).at(-1)).toMatchObject({ userIds: [member.id] }));
  await remove(stage, world);
  await vi.waitFor(() => expect(streams.events(typing).at(-1)).toMatchObject({ userIds: [] }), {
    timeout: limits.typingExpiryMs / 2,
  });
});
