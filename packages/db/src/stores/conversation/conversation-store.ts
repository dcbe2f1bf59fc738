import type { ConversationStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { changeConversation } from './change-conversation.ts';
import { conversationById } from './conversation-by-id.ts';
import { createConversation } from './create-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { setPreference } from './set-preference.ts';
import { standing } from './standing.ts';

export const prismaConversationStore = (prisma: PrismaClient): ConversationStore => ({
  list: listConversations(prisma),
  byId: conversationById(prisma),
  standing: standing(prisma),
  create: createConversation(prisma),
  change: changeConversation(prisma),
  setPreference: setPreference(prisma),
});
