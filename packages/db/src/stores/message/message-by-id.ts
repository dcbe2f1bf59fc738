import type { MessageStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { type MessageRow, messageJson, namedUsersJson, toMessage } from '../rows/message-row.ts';
import { toUser, type UserRow } from '../rows/user-row.ts';

export const messageById =
  (prisma: PrismaClient): MessageStore['byId'] =>
  async (userId, messageId) => {
    const [row] = await prisma.$queryRaw<{ message: MessageRow; users: UserRow[] }[]>`
      SELECT ${messageJson} AS message, ${namedUsersJson} AS users
      FROM message m JOIN participant p ON p.conversation_id = m.conversation_id AND p.user_id = ${userId}
      WHERE m.id = ${messageId} AND p.left_at IS NULL AND m.seq > p.visible_from_seq`;
    return row ? { message: toMessage(row.message), users: row.users.map(toUser) } : null;
  };

export const conversationOfMessage =
  (prisma: PrismaClient): MessageStore['conversationOf'] =>
  async (messageId) => {
    const row = await prisma.message.findUnique({
      where: { id: messageId },
      select: { conversationId: true },
    });
    return row?.conversationId ?? null;
  };
