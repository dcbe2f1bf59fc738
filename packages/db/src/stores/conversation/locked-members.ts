import type { LockedConversation } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { type ParticipantRow, participantJson, toParticipant } from '../rows/participant-row.ts';
import type { Ledger } from './ledger.ts';

type Members = Pick<LockedConversation, 'membership' | 'members' | 'admit' | 'remove' | 'setRole'>;
type Row = { participant: ParticipantRow };

export const lockedMembers = (ledger: Ledger): Members => ({
  async membership(userId) {
    const [row] = await ledger.tx.$queryRaw<Row[]>(active(ledger, Prisma.sql`p.user_id = ${userId}`));
    return row ? toParticipant(row.participant) : null;
  },
  async members() {
    const rows = await ledger.tx.$queryRaw<Row[]>(active(ledger, Prisma.sql`TRUE`));
    return rows.map(({ participant }) => toParticipant(participant));
  },
  async admit(userIds, role) {
    const rows = await ledger.tx.$queryRaw<Row[]>(admit(ledger, [...new Set(userIds)], role));
    record(ledger, rows);
    ledger.state.participantCount += rows.length;
  },
  async remove(userId) {
    const leave = Prisma.sql`left_at = clock_timestamp()`;
    const rows = await ledger.tx.$queryRaw<Row[]>(update(ledger, userId, leave));
    record(ledger, rows);
    ledger.state.participantCount -= rows.length;
  },
  async setRole(userId, role) {
    const take = Prisma.sql`role = ${role}::participant_role`;
    record(ledger, await ledger.tx.$queryRaw<Row[]>(update(ledger, userId, take)));
  },
});

function record({ state, participants }: Ledger, rows: Row[]): void {
  for (const { participant } of rows) participants.set(participant.userId, participant);
  state.version += rows.length;
}

/** Longest-standing first: versions tell apart those who came in one moment. */
const active = ({ state }: Ledger, where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${participantJson} AS participant FROM participant p JOIN "user" u ON u.id = p.user_id
  WHERE p.conversation_id = ${state.head.id} AND p.left_at IS NULL AND ${where} ORDER BY p.join_version`;

const update = ({ state }: Ledger, userId: number, set: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH p AS (
    UPDATE participant SET ${set}, version = ${state.version + 1}
    WHERE conversation_id = ${state.head.id} AND user_id = ${userId} AND left_at IS NULL
    RETURNING *
  )
  SELECT ${participantJson} AS participant FROM p JOIN "user" u ON u.id = p.user_id`;

/** Their marks go to the end, so that their unread count starts at 0; they never fall, also where somebody comes back. */
function admit({ state }: Ledger, userIds: number[], role: string): Prisma.Sql {
  const { id, historyVisible } = state.head;
  return Prisma.sql`
    WITH newcomer AS (
      SELECT wanted.id, ${state.version}::int + row_number() OVER (ORDER BY wanted.ordinal) AS version
      FROM unnest(${userIds}::int[]) WITH ORDINALITY AS wanted (id, ordinal)
      WHERE NOT EXISTS (SELECT FROM participant
                        WHERE conversation_id = ${id} AND user_id = wanted.id AND left_at IS NULL)
    ), p AS (
      INSERT INTO participant (conversation_id, user_id, role, joined_at, visible_from_seq, join_version, version)
      SELECT ${id}, id, ${role}::participant_role, clock_timestamp(), ${historyVisible ? 0 : state.lastSeq}, version, version
      FROM newcomer
      ON CONFLICT (conversation_id, user_id) DO UPDATE SET
        (role, joined_at, left_at, visible_from_seq, join_version, version) =
        ROW(excluded.role, excluded.joined_at, NULL, excluded.visible_from_seq, excluded.join_version, excluded.version)
      RETURNING *
    ), marked AS (
      INSERT INTO receipt AS r (conversation_id, user_id, delivered_seq, read_seq)
      SELECT ${id}, id, ${state.lastSeq}, ${state.lastSeq} FROM newcomer
      ON CONFLICT (conversation_id, user_id) DO UPDATE SET
        delivered_seq = greatest(r.delivered_seq, excluded.delivered_seq),
        read_seq = greatest(r.read_seq, excluded.read_seq)
    )
    SELECT ${participantJson} AS participant FROM p JOIN "user" u ON u.id = p.user_id`;
}
