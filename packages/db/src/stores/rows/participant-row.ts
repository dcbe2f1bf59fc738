import type { Participant } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';
import { ms, toIso, toIsoOrNull } from './time.ts';
import { toUser, type UserRow, userJson } from './user-row.ts';

export interface ParticipantRow extends Omit<Participant, 'joinedAt' | 'leftAt' | 'user'> {
  joinedAt: number;
  leftAt: number | null;
  user: UserRow;
}

/** All of a `ParticipantRow` but its user. */
export type MembershipRow = Omit<ParticipantRow, 'user'>;

/** A `ParticipantRow` of the participant that a query calls `p`, whose user it calls `u`. */
export const participantJson = Prisma.sql`json_build_object(
  'conversationId', p.conversation_id, 'userId', p.user_id, 'role', p.role, 'joinedAt', ${ms('p.joined_at')},
  'leftAt', ${ms('p.left_at')}, 'visibleFromSeq', p.visible_from_seq, 'joinVersion', p.join_version,
  'version', p.version, 'user', ${userJson})`;

/** The `MembershipRow`s of the participants that a query calls `p`. */
export const membershipColumns = columnsJson({
  conversationId: Prisma.sql`p.conversation_id`,
  userId: Prisma.sql`p.user_id`,
  role: Prisma.sql`p.role`,
  joinedAt: ms('p.joined_at'),
  leftAt: ms('p.left_at'),
  visibleFromSeq: Prisma.sql`p.visible_from_seq`,
  joinVersion: Prisma.sql`p.join_version`,
  version: Prisma.sql`p.version`,
});

export const toParticipant = (row: ParticipantRow): Participant => ({
  ...row,
  joinedAt: toIso(row.joinedAt),
  leftAt: toIsoOrNull(row.leftAt),
  user: toUser(row.user),
});
