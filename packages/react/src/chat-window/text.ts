export const chatWindowText = {
  back: 'Back to the list',
  details: 'Details',
  loading: 'Loading the conversation…',
  muted: 'Muted',
  members: (count: number, formatted: string) => (count === 1 ? '1 member' : `${formatted} members`),
  membersOnline: (members: string, online: string) => `${members}, ${online} online`,
  typing: 'typing…',
  oneTypes: (name: string) => `${name} is typing…`,
  twoType: (one: string, other: string) => `${one} and ${other} are typing…`,
  manyType: 'Several people are typing…',
  absent: 'This conversation is not there for you',
  absentHint: 'It may have been deleted, or you may not be a member of it.',
  /** What was written there and is not sent. */
  unsent: 'Your messages that were not sent',
  removed: 'You are no longer in this conversation',
  removedHint: 'What is written there from now on does not reach you.',
};
