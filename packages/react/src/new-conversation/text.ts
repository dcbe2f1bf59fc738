import { limits } from '@vibe/contract';

const atMost = limits.nameChars.toLocaleString('en');

export const newConversationText = {
  title: 'New conversation',
  people: 'With',
  group: 'Group',
  groupHint: 'Several people, under a name of its own.',
  groupName: 'Group name',
  groupNameMissing: 'Give the group a name.',
  groupNameTooLong: `A name has at most ${atMost} characters.`,
  historyVisible: 'New members see the history',
  historyVisibleHint: 'Whoever is added later can read what was written before.',
  nobodyChosen: 'Choose somebody.',
  tooMany: (most: number) => `A group has at most ${most.toLocaleString('en')} members, you included.`,
  start: 'Start conversation',
  createGroup: 'Create group',
};
