import type { MessageStore } from '@vibe/chat';
import type { Report } from '@vibe/contract';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { decodePageKey, encodePageKey } from '../page-key.ts';
import { type MessageRow, messageJson, toMessage } from '../rows/message-row.ts';
import { ms, toIso } from '../rows/time.ts';
import { toUser, type UserRow, userJson } from '../rows/user-row.ts';

interface ReportRow extends Omit<Report, 'createdAt' | 'reporter' | 'sender' | 'message'> {
  createdAt: bigint;
  reporter: UserRow;
  sender: UserRow;
  message: MessageRow;
}

export const listReports =
  (prisma: PrismaClient): MessageStore['listReports'] =>
  async ({ limit, after }) => {
    const [lastId] = after === undefined ? [] : decodePageKey(after, 1);
    const rows = await prisma.$queryRaw<ReportRow[]>`
      SELECT report.id, report.reason, report.content, ${ms('report.created_at')} AS "createdAt",
             ${messageJson} AS message, ${user('report.reporter_id')} AS reporter, ${user('m.sender_id')} AS sender
      FROM report JOIN message m ON m.id = report.message_id
      WHERE ${lastId === undefined ? Prisma.sql`TRUE` : Prisma.sql`report.id < ${lastId}::bigint`}
      ORDER BY report.id DESC LIMIT ${limit + 1}`;
    const reports = rows.slice(0, limit).map(toReport);
    const last = rows.length > limit ? reports.at(-1) : undefined;
    return { reports, nextKey: last ? encodePageKey(last.id) : null };
  };

const user = (id: string): Prisma.Sql =>
  Prisma.sql`(SELECT ${userJson} FROM "user" u WHERE u.id = ${Prisma.raw(id)})`;

const toReport = (row: ReportRow): Report => ({
  ...row,
  createdAt: toIso(Number(row.createdAt)),
  reporter: toUser(row.reporter),
  sender: toUser(row.sender),
  message: toMessage(row.message),
});
