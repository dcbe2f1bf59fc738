import type { Scope } from './auth.ts';
import type { ParticipantRole } from './participant.ts';
import type { PlatformRole } from './user.ts';

/** Who asks. */
export interface Actor {
  userId: number;
  role: PlatformRole;
  scopes: readonly Scope[];
}

/** What is asked about: as much of it as the rule needs. What is left out counts as not there. */
export interface Resource {
  conversation?: { type: 'direct' | 'group' };
  /** The actor's own active membership of that conversation. */
  membership?: { role: ParticipantRole } | null;
  message?: { senderId: number; kind: 'text' | 'system' };
  /** The member whom the action is done to. */
  target?: { userId: number; role: ParticipantRole };
  user?: { id: number };
}

type Rule = (actor: Actor, resource: Resource) => boolean;

const isGroup = (resource: Resource): boolean => resource.conversation?.type === 'group';
const groupRole = (resource: Resource): ParticipantRole | undefined =>
  isGroup(resource) ? resource.membership?.role : undefined;
const isGroupAdmin = (resource: Resource): boolean => ['admin', 'owner'].includes(groupRole(resource) ?? '');

/** The kinds of people that the table below speaks of. */
const holders = {
  anyone: () => true,
  member: (_, { membership }) => Boolean(membership),
  'group member': (_, resource) => groupRole(resource) !== undefined,
  'group admin': (_, resource) => isGroupAdmin(resource),
  'group admin, of a plain member': (_, resource) =>
    isGroupAdmin(resource) && resource.target?.role === 'member',
  'group owner': (_, resource) => groupRole(resource) === 'owner',
  sender: ({ userId }, { membership, message }) =>
    Boolean(membership) && message?.kind === 'text' && message.senderId === userId,
  oneself: ({ userId }, { user }) => user?.id === userId,
  'somebody else': ({ userId }, { user }) => user !== undefined && user.id !== userId,
  'platform admin': ({ role }) => role === 'admin',
  'platform admin, in a group': ({ role }, resource) => role === 'admin' && isGroup(resource),
  'service with users:write': ({ scopes }) => scopes.includes('users:write'),
  'service with conversations:write': ({ scopes }) => scopes.includes('conversations:write'),
} satisfies Record<string, Rule>;

type Holder = keyof typeof holders;

/**
 * Who may do what: the server decides by it, and clients show or hide by it. An action is allowed to each kind of
 * person named. Reading is a right too: who may not read a thing is told that it does not exist.
 */
export const rights = {
  'conversation.read': ['member'],
  'conversation.rename': ['group admin'],
  'conversation.createByKey': ['service with conversations:write'],
  'conversation.setPreference': ['member'],
  'participant.add': ['group admin'],
  'participant.remove': ['group admin, of a plain member', 'group owner', 'platform admin, in a group'],
  'participant.leave': ['group member'],
  'participant.setRole': ['group owner'],
  'message.read': ['member'],
  'message.send': ['member'],
  'message.edit': ['sender'],
  'message.delete': ['sender', 'group admin', 'platform admin'],
  'message.report': ['member'],
  'receipt.read': ['member'],
  'receipt.mark': ['member'],
  'typing.set': ['member'],
  'user.read': ['anyone'],
  'user.contact': ['somebody else'],
  'user.block': ['somebody else'],
  'user.update': ['oneself'],
  'user.seeEmail': ['oneself', 'platform admin'],
  'user.upsert': ['platform admin', 'service with users:write'],
  'user.deactivate': ['platform admin', 'service with users:write'],
  'report.list': ['platform admin'],
} as const satisfies Record<string, readonly Holder[]>;

export type Action = keyof typeof rights;

/** Whether the actor may do that to the resource. */
export const can = (actor: Actor, action: Action, resource: Resource = {}): boolean =>
  rights[action].some((holder) => holders[holder](actor, resource));
