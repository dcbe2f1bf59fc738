import type { Participant, Preference, Receipt, User } from '@vibe/contract';

/* One state of one row, as a key: what `Told` remembers. */

export const receiptState = ({ conversationId, userId, deliveredSeq, readSeq }: Receipt): string =>
  `receipt ${conversationId} ${userId} ${deliveredSeq} ${readSeq}`;

export const preferenceState = (userId: number, { conversationId, version }: Preference): string =>
  `preference ${conversationId} ${userId} ${version}`;

export const endState = ({ conversationId, userId, version }: Participant): string =>
  `end ${conversationId} ${userId} ${version}`;

/** As one reader is told it. */
export const userState = ({ id, version }: User, readerId: number): string =>
  `user ${id} ${version} ${readerId}`;
