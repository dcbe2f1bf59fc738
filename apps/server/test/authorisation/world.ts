import { randomUUID } from 'node:crypto';
import { type Message, type ParticipantRole, type PlatformRole, type Scope, scopes } from '@vibe/contract';
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

export type Actor =
  | (typeof actors)[number]
  /** A program whose key has all scopes, in no conversation: a tenth caller, where scopes matter. */
  | 'scopedService'
  /** A plain member of the group, whom things are done to. */
  | 'somebody'
  /** The other one of the direct conversation. */
  | 'blocker';

type Name =
  | Exclude<Actor, 'signedOut'>
  /** In no conversation: who is added, written to, deactivated … */
  | 'stranger';

/** Where an actor acts: the blocked one in the direct conversation, everybody else in the group. */
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
    place: (actor) => (actor === 'blocked' || actor === 'blocker' ? direct : group(actor)),
    unblock: () => stores.users.unblock(people.blocker.id, people.blocked.id),
    async readmit() {
      const { conversationId } = group('owner');
      await chat.addParticipants(people.owner.caller, { conversationId, userIds: [people.removed.id] });
    },
  };
}

const plain = { role: 'client', scopes: [] } as const;
const roles: Record<Name, { role: PlatformRole; scopes: readonly Scope[] }> = {
  outsider: plain,
  removed: plain,
  member: plain,
  admin: plain,
  owner: plain,
  blocked: plain,
  platformAdmin: { role: 'admin', scopes: [] },
  service: { role: 'service', scopes: [] },
  scopedService: { role: 'service', scopes },
  somebody: plain,
  blocker: plain,
  stranger: plain,
};

async function createPeople({ enrol }: Stage): Promise<World['people']> {
  worlds += 1;
  const names = Object.entries(roles);
  const people = await enrol(
    names.map(([name, { role, scopes }]) => ({ fullName: `${name} of world ${worlds}.`, role, scopes })),
  );
  return Object.fromEntries(names.map(([name], at) => [name, people[at]])) as Record<Name, Person>;
}

/** Everybody in it has written, and somebody was the last. */
async function createGroup(stage: Stage, people: World['people']): Promise<(actor: Actor) => Place> {
  const { owner, admin, member, somebody, removed } = people;
  const writers = [owner, removed, member, admin, somebody];
  const { stores, chat } = stage.server;
  const { conversationId } = await stores.conversations.create({
    type: 'group',
    name: 'Early birds',
    directKey: null,
    createdById: owner.id,
    externalKey: null,
    historyVisible: true,
    members: writers.map((writer) => ({ userId: writer.id, role: groupRole(writer, people) })),
    announcement: { type: 'group.created', name: 'Early birds' },
  });
  const messageOf = await write(stage, conversationId, writers);
  await chat.removeParticipant(owner.caller, { conversationId, userId: removed.id });
  const othersMessage = messageOf(somebody);
  return (actor) => {
    const author = writers.find((writer) => actor !== 'signedOut' && people[actor] === writer) ?? member;
    return { conversationId, other: somebody, othersMessage, ownMessage: messageOf(author) };
  };
}

const groupRole = (person: Person, { owner, admin }: World['people']): ParticipantRole =>
  person === owner ? 'owner' : person === admin ? 'admin' : 'member';

async function createDirect(stage: Stage, { blocked, blocker }: World['people']): Promise<Place> {
  const { stores } = stage.server;
  const { conversationId } = await stores.conversations.create({
    type: 'direct',
    name: null,
    directKey: `${Math.min(blocked.id, blocker.id)}:${Math.max(blocked.id, blocker.id)}`,
    createdById: blocked.id,
    externalKey: null,
    historyVisible: true,
    members: [blocked, blocker].map(({ id }) => ({ userId: id, role: 'member' })),
    announcement: null,
  });
  const messageOf = await write(stage, conversationId, [blocked, blocker]);
  await stores.users.block(blocker.id, blocked.id);
  return {
    conversationId,
    other: blocker,
    othersMessage: messageOf(blocker),
    ownMessage: messageOf(blocked),
  };
}

/** One message of each of them, in this order. Returns whose is which. */
async function write({ server }: Stage, conversationId: number, writers: Person[]) {
  const items = writers.map(({ id, fullName }) => ({
    conversationId,
    senderId: id,
    clientId: randomUUID(),
    content: `${fullName} was here`,
  }));
  const outcomes = await server.stores.messages.send(items);
  return (person: Person): Message => {
    const outcome = outcomes[writers.indexOf(person)];
    if (outcome?.outcome !== 'stored') throw new Error(`${person.fullName} wrote nothing`);
    return outcome.message;
  };
}
