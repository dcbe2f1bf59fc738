import { randomUUID } from 'node:crypto';
import { mutedForever } from '@vibe/contract';
import type { TestServer, TestUser } from '@vibe/server/testing';
import { cast, type Name } from './cast.ts';
import { type ConversationKey, type Line, type Script, scripts } from './script.ts';

export type People = Record<Name, TestUser>;
export type ConversationIds = Record<ConversationKey, number>;

const trainers: ReadonlySet<string> = new Set<Name>(['maya', 'jonas']);

export async function populate(
  server: TestServer,
): Promise<{ people: People; conversationIds: ConversationIds }> {
  const people = await signUpAll(server);
  const ids: [string, number][] = [];
  // Lists are ordered by when something last happened, and here everything happens now.
  const scriptsByEnd = Object.entries<Script>(scripts).sort(([, a], [, b]) => endOf(a) - endOf(b));
  for (const [key, script] of scriptsByEnd) {
    ids.push([key, await perform(server, people, script)]);
  }
  const { chat } = server;
  await chat.blockUser(people.viktor.caller, { userId: people.maya.user.id });
  await chat.blockUser(people.maya.caller, { userId: people.omar.user.id });
  await chat.deactivateUser(people.admin.caller, { userId: people.tom.user.id });
  return { people, conversationIds: Object.fromEntries(ids) as ConversationIds };
}

async function signUpAll(server: TestServer): Promise<People> {
  const people: [string, TestUser][] = [];
  // One after the other: their ids, and so the colours of their pictures, are the same in every run.
  for (const [name, fullName] of Object.entries(cast)) {
    const role = name === 'admin' ? 'admin' : trainers.has(name) ? 'trainer' : 'client';
    people.push([name, await server.signUp(fullName, role)]);
  }
  return Object.fromEntries(people) as People;
}

/** Writes it as it was, with its times, through the store that imports go through. */
async function perform({ chat, stores }: TestServer, people: People, script: Script): Promise<number> {
  const maya = people.maya.caller;
  const conversationId = await create(stores, people, script);
  const items = script.lines.map((line, index) => itemOf(people, line, script.edited?.includes(index)));
  await stores.imports.append(conversationId, items);
  const { messages } = await chat.listMessages(maya, { conversationId, limit: 100 });
  for (const index of script.deleted ?? []) {
    const message = messages[index];
    const author = Object.values(people).find(({ user }) => user.id === message?.senderId);
    if (message && author) await chat.deleteMessage(author.caller, { messageId: message.id });
  }
  const lastSeq = messages.at(-1)?.seq ?? 0;
  await chat.markRead(maya, { conversationId, seq: lastSeq - (script.unread ?? 0) });
  const readers = script.readByOthers === 'all' ? script.others : script.others.slice(0, 2);
  if (script.readByOthers)
    for (const name of readers) await chat.markRead(people[name].caller, { conversationId, seq: lastSeq });
  const { isPinned, isArchived, isMuted } = script.kept ?? {};
  if (script.kept)
    await chat.setPreference(maya, {
      conversationId,
      ...(isPinned && { isPinned }),
      ...(isArchived && { isArchived }),
      ...(isMuted && { mutedUntil: mutedForever }),
    });
  return conversationId;
}

async function create(stores: TestServer['stores'], people: People, script: Script): Promise<number> {
  const maya = people.maya.user.id;
  const others = script.others.map((name) => people[name].user.id);
  const owner = people[script.owner ?? 'maya'].user.id;
  const isDirect = script.type === 'direct';
  const { conversationId } = await stores.conversations.create({
    type: script.type,
    name: script.name ?? null,
    directKey: isDirect ? [maya, ...others].sort((a, b) => a - b).join(':') : null,
    createdById: maya,
    externalKey: null,
    historyVisible: true,
    members: [maya, ...others].map((userId, index) => ({
      userId,
      role: isDirect ? 'member' : userId === owner ? 'owner' : index === 1 ? 'admin' : 'member',
    })),
    // It would be the latest message, and the times of what comes after may not fall below it.
    announcement: null,
  });
  return conversationId;
}

function itemOf(people: People, [at, who, content]: Line, isEdited = false) {
  const sentAt = timeOf(at);
  return {
    senderId: people[who ?? 'maya'].user.id,
    clientId: randomUUID(),
    kind: who === null ? ('system' as const) : ('text' as const),
    content,
    sentAt,
    editedAt: isEdited ? sentAt : null,
  };
}

const endOf = ({ lines }: Script): number => timeOf(lines.at(-1)?.[0] ?? '30d 12:00').getTime();

function timeOf(at: string): Date {
  const minutes = /^(\d+)m$/.exec(at);
  if (minutes) return new Date(Date.now() - Number(minutes[1]) * 60_000);
  const [, days = 0, hour = 0, minute = 0] = /^(\d+)d (\d+):(\d+)$/.exec(at) ?? [];
  const time = new Date();
  time.setDate(time.getDate() - Number(days));
  time.setHours(Number(hour), Number(minute), 0, 0);
  return time;
}
