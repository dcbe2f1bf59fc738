const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const conversationListText = {
  conversations: 'Conversations',
  startNew: 'New conversation',
  /** In the place of a last message. */
  empty: 'No messages yet',
  unread: (count: number) => `${count} unread`,
  pinned: 'Pinned',
  muted: 'Muted',
  draft: 'Draft',
  /** Before what somebody wrote: "Ana: See you there". */
  sender: (name: string) => `${name}:`,
  typing: 'typing…',
  oneTypes: (name: string) => `${name} is typing…`,
  manyType: (count: number) => `${count} people are typing…`,

  search: 'Search',
  clearSearch: 'Clear',
  people: 'People',
  results: (conversations: number, people: number) =>
    `${some(conversations, 'conversation', 'conversations')}, ${some(people, 'person', 'people')} found`,
  nothingFound: 'Nothing found',
  nothingFoundHint: (query: string) => `No conversation and nobody is called “${query}”.`,

  none: 'No conversations yet',
  noneHint: 'Find somebody to talk to, or bring several people together in a group.',
  startFirst: 'Write to somebody',
  loading: 'Loading conversations',
  unreachable: 'No connection',
  unreachableHint: 'Your conversations cannot be loaded. It is tried again by itself.',

  archived: 'Archived',
  archivedCount: (count: string) => `Archived (${count})`,
  leaveArchive: 'Back to all conversations',
  nothingArchived: 'Nothing is archived',
  nothingArchivedHint: 'What you archive is kept here, out of the way.',

  more: 'Actions',
  actionsOf: (title: string) => `Actions for ${title}`,
  actions: {
    markRead: 'Mark as read',
    pin: 'Pin',
    unpin: 'Unpin',
    mute: 'Mute',
    unmute: 'Unmute',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
  },
};
