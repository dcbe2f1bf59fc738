import type { ChangeLog } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { type AskStatement, toStatement } from '../../statement.ts';
import { firstRow } from '../first-row.ts';
import { gathered } from '../gathered.ts';
import { type ConversationRows, conversationsJson, toConversations } from '../rows/conversation-row.ts';
import { sharingConversation } from '../sharing-conversation.ts';
import { epochSql, markSql } from '../snapshot.ts';
import { fill } from './fill.ts';
import { memberships } from './memberships.ts';
import { replay } from './replay.ts';
import { sweep } from './sweep.ts';

export const prismaChangeLog = (prisma: PrismaClient, ask: AskStatement): ChangeLog => ({
  async epoch() {
    return firstRow(await prisma.$queryRaw<{ epoch: string }[]>`SELECT ${epochSql} AS epoch`).epoch;
  },
  mark: latestMark(prisma),
  sweep: sweep(prisma),
  memberships: memberships(ask),
  fill: fill(prisma),
  async conversationsOf(userId, conversationIds) {
    const ids = Prisma.sql`SELECT DISTINCT unnest(${conversationIds}::int[]) AS id`;
    const sql = Prisma.sql`SELECT ${conversationsJson(userId, ids, limits.summaryParticipants)} AS rows`;
    const found = await ask<{ rows: ConversationRows }>(...toStatement('conversations_of', sql));
    return toConversations(firstRow(found).rows);
  },
  replay: replay(ask),
  sharingConversation: sharingConversation(ask),
});

/** One answer for all who ask at about the same time. */
function latestMark(prisma: PrismaClient): ChangeLog['mark'] {
  const ask = gathered(
    async (asked: null[]) => {
      const { mark } = firstRow(await prisma.$queryRaw<{ mark: bigint }[]>`SELECT ${markSql} AS mark`);
      return asked.map(() => mark);
    },
    { most: 10_000, atOnce: 1 },
  );
  return () => ask(null);
}
