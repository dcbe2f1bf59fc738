import type { ConversationStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';

export const participantCount =
  (prisma: PrismaClient): ConversationStore['participantCount'] =>
  async (userId, conversationId) => {
    const row = await prisma.conversation.findFirst({
      where: { id: conversationId, participants: { some: { userId, leftAt: null } } },
      select: { participantCount: true },
    });
    return row?.participantCount ?? null;
  };
