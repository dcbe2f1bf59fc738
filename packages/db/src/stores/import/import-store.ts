import type { ImportStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { appendImport } from './append-import.ts';
import { importAccounts } from './import-accounts.ts';
import { importGroup } from './import-group.ts';
import { importReaders } from './import-readers.ts';

export const prismaImportStore = (prisma: PrismaClient): ImportStore => ({
  accounts: importAccounts(prisma),
  findGroup: importGroup(prisma),
  append: appendImport(prisma),
  ...importReaders(prisma),
});
