import type { ConversationStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import type { AskStatement } from '../../statement.ts';
import { changeConversation } from './change-conversation.ts';
import { conversationById } from './conversation-by-id.ts';
import { createConversation } from './create-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { setPreference } from './set-preference.ts';
import { standing } from './standing.ts';

export const prismaConversationStore = (prisma: PrismaClient, ask: AskStatement): ConversationStore => ({
  list: listConversations(ask),
  byId: conversationById(ask),
  standing: standing(ask),
  create: createConversation(prisma),
  change: changeConversation(prisma),
  setPreference: setPreference(prisma),
});
