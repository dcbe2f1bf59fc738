import type {
  ChangeLog,
  ConversationStore,
  ImportStore,
  MessageStore,
  ReceiptStore,
  SessionStore,
  UserStore,
} from '@vibe/chat';
import type { DatabaseClient } from '../database-client.ts';
import { prismaChangeLog } from './change-log/change-log.ts';
import { prismaConversationStore } from './conversation/conversation-store.ts';
import { prismaImportStore } from './import/import-store.ts';
import { prismaMessageStore } from './message/message-store.ts';
import { prismaReceiptStore } from './receipt/receipt-store.ts';
import { prismaSessionStore } from './session/session-store.ts';
import { prismaUserStore } from './user/user-store.ts';

export interface Stores {
  conversations: ConversationStore;
  messages: MessageStore;
  receipts: ReceiptStore;
  users: UserStore;
  sessions: SessionStore;
  changeLog: ChangeLog;
  imports: ImportStore;
}

/** Everything that the chat keeps in its database. */
export const createStores = ({ prisma, ask }: Pick<DatabaseClient, 'prisma' | 'ask'>): Stores => ({
  conversations: prismaConversationStore(prisma, ask),
  messages: prismaMessageStore(prisma, ask),
  receipts: prismaReceiptStore(prisma, ask),
  users: prismaUserStore(prisma, ask),
  sessions: prismaSessionStore(prisma, ask),
  changeLog: prismaChangeLog(prisma, ask),
  imports: prismaImportStore(prisma),
});
