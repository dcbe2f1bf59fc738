import type { ChangeLog } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type ConversationRow, conversationsOf, toConversation } from '../rows/conversation-row.ts';
import { sharingConversation } from '../sharing-conversation.ts';
import { epochSql, markSql } from '../snapshot.ts';
import { fill } from './fill.ts';
import { memberships } from './memberships.ts';
import { replay } from './replay.ts';
import { sweep } from './sweep.ts';

export const prismaChangeLog = (prisma: PrismaClient): ChangeLog => ({
  async epoch() {
    return firstRow(await prisma.$queryRaw<{ epoch: string }[]>`SELECT ${epochSql} AS epoch`).epoch;
  },
  async mark() {
    return firstRow(await prisma.$queryRaw<{ mark: bigint }[]>`SELECT ${markSql} AS mark`).mark;
  },
  sweep: sweep(prisma),
  memberships: memberships(prisma),
  fill: fill(prisma),
  async conversationsOf(userId, conversationIds) {
    const ids = Prisma.sql`SELECT DISTINCT unnest(${conversationIds}::int[]) AS id`;
    const rows = await prisma.$queryRaw<{ conversation: ConversationRow }[]>(
      conversationsOf(userId, ids, limits.summaryParticipants),
    );
    return rows.map(({ conversation }) => toConversation(conversation));
  },
  replay: replay(prisma),
  sharingConversation: sharingConversation(prisma),
});
