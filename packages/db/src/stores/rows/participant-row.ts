import type { Participant } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { ms, toIso, toIsoOrNull } from './time.ts';
import { toUser, type UserRow, userJson } from './user-row.ts';

export interface ParticipantRow extends Omit<Participant, 'joinedAt' | 'leftAt' | 'user'> {
  joinedAt: number;
  leftAt: number | null;
  user: UserRow;
}

/** A `ParticipantRow` of the participant that a query calls `p`, whose user it calls `u`. */
export const participantJson = Prisma.sql`json_build_object(
  'conversationId', p.conversation_id, 'userId', p.user_id, 'role', p.role, 'joinedAt', ${ms('p.joined_at')},
  'leftAt', ${ms('p.left_at')}, 'visibleFromSeq', p.visible_from_seq, 'joinVersion', p.join_version,
  'version', p.version, 'user', ${userJson})`;

export const toParticipant = (row: ParticipantRow): Participant => ({
  ...row,
  joinedAt: toIso(row.joinedAt),
  leftAt: toIsoOrNull(row.leftAt),
  user: toUser(row.user),
});
