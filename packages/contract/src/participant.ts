import { z } from 'zod';
import { participantRoles } from './participant-roles.ts';
import type { User } from './user.ts';

export type ParticipantRole = (typeof participantRoles)[number];
export const ParticipantRole = z.enum(participantRoles);

/** One person's membership of one conversation. It is active while `leftAt` is null. */
export interface Participant {
  conversationId: number;
  userId: number;
  role: ParticipantRole;
  joinedAt: string;
  leftAt: string | null;
  /** The member sees messages with a greater seq. */
  visibleFromSeq: number;
  /** The conversation's version at which this membership began. */
  joinVersion: number;
  version: number;
  user: User;
}
