import type { ReceiptStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import type { AskStatement } from '../../statement.ts';
import { listReceipts } from './list-receipts.ts';
import { markReceipts } from './mark-receipts.ts';

export const prismaReceiptStore = (prisma: PrismaClient, ask: AskStatement): ReceiptStore => ({
  mark: markReceipts(ask),
  list: listReceipts(prisma),
});
