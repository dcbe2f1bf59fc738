import type { ReceiptStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { listReceipts } from './list-receipts.ts';
import { markReceipt } from './mark-receipt.ts';

export const prismaReceiptStore = (prisma: PrismaClient): ReceiptStore => ({
  mark: markReceipt(prisma),
  list: listReceipts(prisma),
});
