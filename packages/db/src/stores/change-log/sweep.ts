import type { ChangeLog, Sweep } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type PreferenceRow, preferenceJson, toPreference } from '../rows/preference-row.ts';
import { type ReceiptRow, receiptJson, toReceipt } from '../rows/receipt-row.ts';
import { toUser, type UserRow, userJson } from '../rows/user-row.ts';
import { markSql } from '../snapshot.ts';

interface SweepRow extends Pick<Sweep, 'mark' | 'conversations' | 'joins' | 'revokedSessionIds'> {
  receipts: { receipt: ReceiptRow; participantCount: number }[];
  preferences: { userId: number; preference: PreferenceRow }[];
  users: UserRow[];
}

/** One statement, so that the next mark is of the very snapshot that all of it was read in. */
export const sweep =
  (prisma: PrismaClient): ChangeLog['sweep'] =>
  async (mark) => {
    const rows = await prisma.$queryRaw<SweepRow[]>`
      SELECT ${markSql} AS mark,
        (SELECT coalesce(json_agg(json_build_object('conversationId', c.id, 'version', c.version)), '[]')
         FROM conversation c WHERE c.changed >= ${mark}) AS conversations,
        (SELECT coalesce(json_agg(json_build_object('conversationId', p.conversation_id, 'userId', p.user_id,
                                                    'version', p.version) ORDER BY p.conversation_id, p.version), '[]')
         FROM participant p
         WHERE p.changed >= ${mark} AND (p.left_at IS NOT NULL OR p.join_changed >= ${mark})) AS joins,
        (SELECT coalesce(json_agg(json_build_object('receipt', ${receiptJson},
                                                    'participantCount', (
                                   SELECT participant_count FROM conversation WHERE id = r.conversation_id))), '[]')
         FROM receipt r WHERE r.changed >= ${mark}) AS receipts,
        (SELECT coalesce(json_agg(json_build_object('userId', f.user_id, 'preference', ${preferenceJson})), '[]')
         FROM preference f WHERE f.changed >= ${mark}) AS preferences,
        (SELECT coalesce(json_agg(${userJson}), '[]') FROM "user" u WHERE u.changed >= ${mark}) AS users,
        (SELECT coalesce(json_agg(s.id), '[]') FROM session s
         WHERE s.changed >= ${mark} AND s.revoked_at IS NOT NULL) AS "revokedSessionIds"`;
    const { receipts, preferences, users, ...plain } = firstRow(rows);
    return {
      ...plain,
      receipts: receipts.map((row) => ({ ...row, receipt: toReceipt(row.receipt) })),
      preferences: preferences.map((row) => ({ ...row, preference: toPreference(row.preference) })),
      users: users.map(toUser),
    };
  };
