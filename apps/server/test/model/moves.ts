import type { CreateConversationInput } from '@vibe/contract';
import type { RecordedConversation } from './change-record.ts';
import type { Deeds } from './deeds.ts';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import { conversationsOf, messagesFor, newcomers, others, targetsOf, where } from './possibilities.ts';
import type { StepKind } from './steps.ts';
import type { World } from './world.ts';

/** Somebody about to do something. */
export interface Actor {
  world: World;
  person: Person;
  device: Device;
  deeds: Deeds;
  /** The step's number, for what has no alternatives to choose from. */
  what: number;
  /** A text that was not there before. */
  text: string;
}

type Move = () => Promise<unknown>;

const choose =
  <T>(from: (actor: Actor) => Iterable<T>, act: (actor: Actor, choice: T) => unknown) =>
  (actor: Actor): Move[] =>
    [...from(actor)].map((choice) => async () => act(actor, choice));

const always = (act: (actor: Actor) => unknown) => choose(() => [null], act);
const onScreen = ({ device }: Actor) => device.openIds;

/** All that somebody may do of each kind, as things stand. */
export const moves: Record<StepKind, (actor: Actor) => Move[]> = {
  send: choose(conversationsOf, async ({ world, person, deeds, text }, { id }) => {
    const sent = await deeds.send(id, text);
    world.sends.push({ person, conversationId: id, ...sent });
  }),
  edit: choose(messagesFor('message.edit'), ({ deeds, text }, message) => deeds.edit(message, text)),
  delete: choose(messagesFor('message.delete'), ({ deeds }, message) => deeds.delete(message)),
  createDirect: choose(others, ({ deeds }, userId) => deeds.createConversation({ type: 'direct', userId })),
  createGroup: always((actor) => actor.deeds.createConversation(newGroup(actor))),
  add: choose(newcomers, ({ deeds }, { conversationId, userId }) =>
    deeds.addParticipants(conversationId, [userId]),
  ),
  remove: choose(targetsOf('participant.remove'), ({ deeds }, { conversationId, userId }) =>
    deeds.removeParticipant(conversationId, userId),
  ),
  leave: choose(where('participant.leave'), ({ deeds }, { id }) => deeds.leave(id)),
  // An owner sets another one's: a group keeps one.
  setRole: choose(targetsOf('participant.setRole'), ({ deeds }, { conversationId, userId, role }) =>
    deeds.setRole(conversationId, userId, nextRole[role]),
  ),
  rename: choose(where('conversation.rename'), ({ deeds, text }, { id }) => deeds.rename(id, text)),
  setPreference: choose(conversationsOf, ({ deeds, what }, { id }) =>
    deeds.setPreference(id, preferences[what % preferences.length] ?? {}),
  ),
  markRead: choose(conversationsOf, ({ deeds, what }, known) =>
    deeds.markRead(known.id, seqNearEnd(known, what)),
  ),
  markDelivered: choose(conversationsOf, ({ person, what }, known) =>
    person.api.receipt.markDelivered.mutate({ conversationId: known.id, seq: seqNearEnd(known, what) }),
  ),
  renameSelf: always(({ person, text }) => person.api.user.update.mutate({ fullName: text })),
  open: choose(conversationsOf, ({ device }, { id }) => device.open(id)),
  close: choose(onScreen, ({ device }, id) => device.close(id)),
  loadOlder: choose(onScreen, ({ device }, id) => device.sync().loadOlder(id)),
  cut: always(({ device }) => device.line.cut()),
  goOffline: always(({ device }) => {
    device.line.goDown();
    device.line.cut();
  }),
  comeBack: choose(
    ({ device }) => (device.line.isDown ? [device] : []),
    ({ device }) => device.line.comeUp(),
  ),
  reload: always(({ device }) => device.reload()),
  // Nothing that a person does: whoever plays the steps does it.
  compare: () => [],
};

const nextRole = { member: 'admin', admin: 'owner', owner: 'member' } as const;

const preferences: Parameters<Deeds['setPreference']>[1][] = [
  { isPinned: true },
  { isPinned: false },
  { isArchived: true, mutedUntil: null },
  { mutedUntil: '2100-01-01T00:00:00.000Z' },
];

const newGroup = (actor: Actor): CreateConversationInput => ({
  type: 'group',
  name: actor.text,
  userIds: others(actor).filter((_, at) => (actor.what >> at) % 2 === 1),
  historyVisible: (actor.what >> 3) % 2 === 1,
});

/** Beyond the end, at it, or a few before it. */
function seqNearEnd({ messages }: RecordedConversation, what: number): number {
  const lastSeq = Math.max(0, ...messages.keys());
  return Math.max(0, lastSeq + 2 - (what % 8));
}
