import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { httpClient, refusal } from '../clients.ts';
import type { Person } from './people.ts';
import { RawStreams, speaksOf } from './raw-streams.ts';
import { openStage, type Stage } from './stage.ts';
import { until, untilSwept } from './until.ts';
import { createWorld } from './world.ts';

let stage: Stage;
let owner: Person;
let member: Person;
let newcomer: Person;
let conversationId: number;
/** What was written before the newcomer came: the first one by the newcomer, in an earlier stay. */
let past: { id: number; seq: number }[];

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const send = (person: Person, content: string) =>
  stage.server.chat.sendMessage(person.caller, { conversationId, clientId: randomUUID(), content });
const callsOf = ({ accessToken }: Person) => httpClient(stage.server, accessToken);
const admit = () =>
  stage.server.chat.addParticipants(owner.caller, { conversationId, userIds: [newcomer.id] });

/** A group that does not show its history to newcomers, before somebody comes into it for the second time. */
beforeEach(async () => {
  const { people } = await createWorld(stage);
  ({ owner, member, stranger: newcomer } = people);
  const { chat } = stage.server;
  const userIds = [member.id, newcomer.id];
  const group = { type: 'group', name: 'Discreet', userIds, historyVisible: false } as const;
  conversationId = (await chat.createConversation(owner.caller, group)).id;
  past = [await send(newcomer, 'My past'), await send(owner, 'Past 1'), await send(member, 'Past 2')];
  await chat.leaveConversation(newcomer.caller, { conversationId });
  past.push(await send(member, 'Past 3'));
});

test('pages begin with the joining, in every direction, and with no older one to ask for', async () => {
  await admit();
  const present = await send(member, 'Present');
  const { message } = callsOf(newcomer);
  const [{ seq: pastSeq } = { seq: 0 }] = past;
  const queries = [
    {},
    { before: present.seq + 1 },
    { after: 0 },
    { around: pastSeq },
    { around: present.seq },
  ];
  for (const query of queries) {
    const page = await message.list.query({ conversationId, ...query });
    const told = page.messages.map(({ content, payload }) => content ?? payload?.type);
    expect(told).toEqual(['participants.added', 'Present']);
    expect(page.hasOlder).toBe(false);
  }
  const older = await message.list.query({ conversationId, before: pastSeq + 1 });
  expect(older).toMatchObject({ messages: [], users: [], hasOlder: false });

  const seen = await callsOf(member).message.list.query({ conversationId, around: pastSeq });
  expect(seen.messages.map(({ content }) => content)).toContain('My past');
});

test('P12: messages of the past are not there: to be read, reported, changed or deleted, even one’s own', async () => {
  await admit();
  const { message } = callsOf(newcomer);
  for (const { id: messageId } of past) {
    const tries = [
      message.byId.query({ messageId }),
      message.report.mutate({ messageId }),
      message.edit.mutate({ messageId, content: 'Changed' }),
      message.delete.mutate({ messageId }),
    ];
    const refused = await Promise.all(tries.map(refusal));
    for (const one of refused) expect(one).toMatchObject({ code: 'NOT_FOUND' });
    expect((await callsOf(member).message.byId.query({ messageId })).message.content).toMatch(/past/i);
  }
});

test('lists do not preview the past', async () => {
  const page = await callsOf(owner).conversation.list.query({});
  const mine = page.conversations.find(({ id }) => id === conversationId);
  expect(mine?.lastMessage?.content).toBe('Past 3');
  await admit();
  const preview = await callsOf(newcomer).conversation.list.query({});
  expect(preview.conversations).toMatchObject([
    { id: conversationId, unreadCount: 1, lastMessage: { payload: { type: 'participants.added' } } },
  ]);
});

describe('streams say nothing of the past', () => {
  /** Ends with something that the newcomer is told. */
  async function meddleWithThePast(): Promise<void> {
    const { chat } = stage.server;
    const [, first, second, third] = past;
    await chat.editMessage(owner.caller, { messageId: first?.id ?? 0, content: 'Past 1, changed' });
    await chat.deleteMessage(member.caller, { messageId: second?.id ?? 0 });
    await chat.deleteMessage(owner.caller, { messageId: third?.id ?? 0 });
    await send(member, 'Present');
  }

  const messagesIn = (streams: RawStreams, id: number) =>
    streams.events(id).filter(({ type }) => type.startsWith('message.'));

  test('when it is edited or deleted while they watch', async () => {
    await admit();
    using theirs = await RawStreams.open(stage.server, newcomer);
    using others = await RawStreams.open(stage.server, owner);
    const ids = [theirs.follow('sync.stream'), theirs.follow('message.stream', { conversationId })] as const;
    const othersId = others.follow('sync.stream');
    await until(() => expect(theirs.types(ids[1])).toContain('caughtUp'));
    await until(() => expect(others.types(othersId)).toContain('caughtUp'));

    await meddleWithThePast();
    for (const id of ids) {
      await until(() => expect(theirs.types(id)).toContain('message.sent'));
      expect(messagesIn(theirs, id)).toMatchObject([
        { type: 'message.sent', message: { content: 'Present' } },
      ]);
    }
    await until(() =>
      expect(messagesIn(others, othersId).map(({ type }) => type)).toEqual([
        'message.edited',
        'message.deleted',
        'message.deleted',
        'message.sent',
      ]),
    );
  });

  test('when it was edited or deleted before they resume', async () => {
    await admit();
    let cursor = '';
    {
      using streams = await RawStreams.open(stage.server, newcomer);
      const id = streams.follow('sync.stream');
      await until(() => expect(streams.types(id)).toContain('caughtUp'));
      // A cursor of before they came would bring the conversation whole, and no messages.
      await untilSwept(stage, { person: newcomer, streams, sync: id });
      cursor = streams.cursor(id);
    }
    await meddleWithThePast();
    using streams = await RawStreams.open(stage.server, newcomer);
    const id = streams.follow('sync.stream', { cursor });
    await until(() => expect(streams.types(id)).toContain('caughtUp'));
    expect(JSON.stringify(streams.frames)).not.toMatch(/past/i);
    const news = streams.events(id).filter((event) => speaksOf(conversationId, event));
    expect(JSON.stringify(news)).toContain('Present');
  });

  test('when they come in while they watch', async () => {
    using streams = await RawStreams.open(stage.server, newcomer);
    const id = streams.follow('sync.stream');
    await until(() => expect(streams.types(id)).toContain('caughtUp'));
    await admit();
    await meddleWithThePast();
    await until(() => expect(JSON.stringify(streams.events(id))).toContain('Present'));
    expect(JSON.stringify(streams.frames)).not.toMatch(/past/i);
    expect(streams.types(id)).toContain('conversation.created');
  });
});
