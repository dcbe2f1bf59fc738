import type { Participant, Preference, Receipt, User } from '@vibe/contract';

/* One state of one row, as a key: what `Told` remembers. */

export const receiptState = ({ conversationId, userId, deliveredSeq, readSeq }: Receipt): string =>
  `receipt ${conversationId} ${userId} ${deliveredSeq} ${readSeq}`;

export const preferenceState = (userId: number, { conversationId, version }: Preference): string =>
  `preference ${conversationId} ${userId} ${version}`;

export const endState = ({ conversationId, userId, version }: Participant): string =>
  `end ${conversationId} ${userId} ${version}`;

export const userState = ({ id, version }: User): string => `user ${id} ${version}`;
