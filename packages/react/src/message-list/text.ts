import type { ParticipantRole } from '@vibe/contract';

const roles: Record<ParticipantRole, string> = { owner: 'an owner', admin: 'an admin', member: 'a member' };

export const messageListText = {
  messages: 'Messages',
  deleted: 'Message deleted',
  /** Of a kind that only newer clients know. */
  unknown: 'This message cannot be shown here',
  /** The person themselves, where something is done to them. */
  youObject: 'you',
  groupCreated: (actor: string, name: string) => `${actor} created the group “${name}”`,
  groupRenamed: (actor: string, name: string) => `${actor} renamed the group to “${name}”`,
  participantsAdded: (actor: string, names: string) => `${actor} added ${names}`,
  participantRemoved: (actor: string, name: string) => `${actor} removed ${name}`,
  participantLeft: (name: string) => `${name} left`,
  /** Goes on where somebody left, or was removed, who was a group's last owner. */
  handedTo: (name: string) => `. New owner: ${name}`,
  roleChanged: (actor: string, name: string, role: ParticipantRole) => `${actor} made ${name} ${roles[role]}`,
  edited: 'edited',
  more: 'More actions',
  newMessages: 'New messages',
  retry: 'Try again',
  edit: 'Edit',
  discard: 'Discard',
  jump: 'Jump to the latest message',
  jumpToNew: (count: number, formatted: string) =>
    count === 1 ? 'Jump to the latest message, 1 new' : `Jump to the latest message, ${formatted} new`,
  loading: 'Loading messages…',
  sayHello: (name: string) => `Say hello to ${name}`,
  sayHelloHint: 'Nobody has written anything here yet.',
  directBeginning: (name: string) => `Your conversation with ${name} begins here.`,
  groupBeginning: 'The group’s messages begin here.',
  hiddenBeginning: 'What was written before you came is not shown.',
  said: (name: string, words: string) => `${name}: ${words}`,
};
