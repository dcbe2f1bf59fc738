import type { ReceiptStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { listReceipts } from './list-receipts.ts';
import { markReceipts } from './mark-receipts.ts';

export const prismaReceiptStore = (prisma: PrismaClient): ReceiptStore => ({
  mark: markReceipts(prisma),
  list: listReceipts(prisma),
});
