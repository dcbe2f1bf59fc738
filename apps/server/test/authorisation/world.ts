import { randomUUID } from 'node:crypto';
import type { Message } from '@vibe/contract';
import type { Person } from './people.ts';
import type { Stage } from './stage.ts';

/** The nine kinds of caller that every procedure is asked by. */
export const actors = [
  /** Signed in, and a member of nothing. */
  'outsider',
  /** Was a member of the group, and wrote in it. */
  'removed',
  'member',
  'admin',
  'owner',
  /** One of the two in the direct conversation: the other one blocked them. */
  'blocked',
  /** An admin of the platform, in no conversation. */
  'platformAdmin',
  /** A program whose key has no scopes, in no conversation. */
  'service',
  'signedOut',
] as const;

/** A tenth where scopes matter: a program whose key has them all. */
export type Actor = (typeof actors)[number] | 'scopedService';
type Name =
  | Exclude<Actor, 'signedOut'>
  /** A plain member of the group, whom things are done to. */
  | 'somebody'
  /** The other one of the direct conversation. */
  | 'blocker'
  /** In no conversation: who is added, written to, deactivated … */
  | 'stranger';

/** Where an actor acts: the blocked in the direct conversation, everybody else in the group. */
interface Place {
  conversationId: number;
  /** Another member of it, who has not read to its end. */
  other: Person;
  othersMessage: Message;
  /** The actor's own; of those who wrote none, the member's. */
  ownMessage: Message;
}

/** A scene of its own: nothing in it is shared with another world but the platform. */
export interface World {
  people: Record<Name, Person>;
  /** Undefined for `signedOut`. */
  person(actor: Actor): Person | undefined;
  place(actor: Actor): Place;
  unblock(): Promise<void>;
  /** The owner takes the removed one in again. */
  readmit(): Promise<void>;
}

let worlds = 0;

export async function createWorld(stage: Stage): Promise<World> {
  const people = await createPeople(stage);
  const group = await createGroup(stage, people);
  const direct = await createDirect(stage, people);
  const { chat, stores } = stage.server;
  return {
    people,
    person: (actor) => (actor === 'signedOut' ? undefined : people[actor]),
    place: (actor) => (actor === 'blocked' ? direct : group(actor)),
    unblock: () => stores.users.unblock(people.blocker.id, people.blocked.id),
    async readmit() {
      const { conversationId } = group('owner');
      await chat.addParticipants(people.owner.caller, { conversationId, userIds: [people.removed.id] });
    },
  };
}

async function createPeople({ accounts }: Stage): Promise<World['people']> {
  worlds += 1;
  const person = (name: string) => accounts.person(`${name} of world ${worlds}.`);
  const creating: { [Key in Name]: Promise<Person> } = {
    outsider: person('Outsider'),
    removed: person('Removed'),
    member: person('Member'),
    admin: person('Admin'),
    owner: person('Owner'),
    blocked: person('Blocked'),
    platformAdmin: accounts.person(`Platform admin of world ${worlds}.`, 'admin'),
    service: accounts.service('Service', []),
    scopedService: accounts.service('Service with scopes', ['users:write', 'conversations:write']),
    somebody: person('Somebody'),
    blocker: person('Blocker'),
    stranger: person('Stranger'),
  };
  const created = Object.entries(creating).map(async ([name, made]) => [name, await made] as const);
  return Object.fromEntries(await Promise.all(created)) as Record<Name, Person>;
}

/** Everybody in it has written, and somebody was the last. */
async function createGroup(stage: Stage, people: World['people']): Promise<(actor: Actor) => Place> {
  const { chat } = stage.server;
  const { owner, admin, member, somebody, removed } = people;
  const { id: conversationId } = await chat.createConversation(owner.caller, {
    type: 'group',
    name: 'Early birds',
    userIds: [admin.id, member.id, somebody.id, removed.id],
    historyVisible: true,
  });
  await chat.setRole(owner.caller, { conversationId, userId: admin.id, role: 'admin' });
  const writers = [owner, removed, member, admin, somebody];
  const messages = await write(stage, conversationId, writers);
  await chat.removeParticipant(owner.caller, { conversationId, userId: removed.id });
  const messageOf = messagesBy(messages);
  const othersMessage = messageOf(somebody);
  return (actor) => {
    const author = writers.find((writer) => actor !== 'signedOut' && people[actor] === writer) ?? member;
    return { conversationId, other: somebody, othersMessage, ownMessage: messageOf(author) };
  };
}

async function createDirect(stage: Stage, { blocked, blocker }: World['people']): Promise<Place> {
  const { chat } = stage.server;
  const { id } = await chat.createConversation(blocked.caller, { type: 'direct', userId: blocker.id });
  const messageOf = messagesBy(await write(stage, id, [blocked, blocker]));
  await chat.blockUser(blocker.caller, { userId: blocked.id });
  return {
    conversationId: id,
    other: blocker,
    othersMessage: messageOf(blocker),
    ownMessage: messageOf(blocked),
  };
}

/** One message of each of them, in this order. */
async function write({ server }: Stage, conversationId: number, writers: Person[]): Promise<Message[]> {
  const items = writers.map(({ id, fullName }) => ({
    conversationId,
    senderId: id,
    clientId: randomUUID(),
    content: `${fullName} was here`,
  }));
  const outcomes = await server.stores.messages.send(items);
  return outcomes.flatMap((outcome) => (outcome.outcome === 'stored' ? [outcome.message] : []));
}

const messagesBy = (messages: Message[]) => (person: Person) => {
  const message = messages.find(({ senderId }) => senderId === person.id);
  if (!message) throw new Error(`${person.fullName} wrote nothing`);
  return message;
};
