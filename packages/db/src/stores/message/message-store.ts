import type { MessageStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import type { AskStatement } from '../../statement.ts';
import { listMessages } from './list-messages.ts';
import { listReports } from './list-reports.ts';
import { conversationOfMessage, messageById } from './message-by-id.ts';
import { reportMessage } from './report-message.ts';
import { sendMessages } from './send-messages.ts';

export const prismaMessageStore = (prisma: PrismaClient, ask: AskStatement): MessageStore => ({
  send: sendMessages(ask),
  list: listMessages(ask),
  byId: messageById(prisma),
  conversationOf: conversationOfMessage(prisma),
  report: reportMessage(prisma),
  listReports: listReports(prisma),
});
