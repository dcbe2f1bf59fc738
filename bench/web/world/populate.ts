import { type TestServer, testPassword } from '@vibe/server/testing';
import { type BenchConversation, measured, others } from './conversations.ts';
import { messagesOf } from './import-items.ts';
import type { Inhabitants } from './inhabitants.ts';

const names = ['Maya Okafor', 'Jonas Lindqvist', 'Ana Souza', 'Leo Fischer', '田中 ゆき'];

/** Fills an empty database through the store that imports go through: in order, with their times, thousands at a time. */
export async function populate(server: TestServer): Promise<Inhabitants> {
  const people = await Promise.all(names.map((name) => server.signUp(name)));
  const [reader] = people;
  if (!reader?.user.email) throw new Error('nobody signed up');
  for (const other of others) await write(server, people, other);
  return {
    email: reader.user.email,
    password: testPassword,
    conversationIds: {
      huge: await write(server, people, measured.huge),
      first: await write(server, people, measured.first),
      second: await write(server, people, measured.second),
    },
  };
}

type Person = Awaited<ReturnType<TestServer['signUp']>>;

/** A group of all, with its messages, read to the end by all. Returns its id. */
async function write(
  { chat, stores }: TestServer,
  people: readonly Person[],
  conversation: BenchConversation,
): Promise<number> {
  const userIds = people.map(({ user }) => user.id);
  const [ownerId = 0] = userIds;
  const { conversationId } = await stores.conversations.create({
    type: 'group',
    name: conversation.name,
    directKey: null,
    createdById: ownerId,
    externalKey: null,
    historyVisible: true,
    members: userIds.map((userId) => ({ userId, role: userId === ownerId ? 'owner' : 'member' })),
    // It would be the latest message, and the times of what comes after may not fall below it.
    announcement: null,
  });
  for (const items of messagesOf(conversation, userIds)) await stores.imports.append(conversationId, items);
  for (const { caller } of people)
    await chat.markRead(caller, { conversationId, seq: conversation.messages });
  return conversationId;
}
