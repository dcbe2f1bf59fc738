import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import type { AskStatement } from '../../statement.ts';
import { sharingConversation } from '../sharing-conversation.ts';
import { blocks } from './blocks.ts';
import { deactivateUser } from './deactivate-user.ts';
import { lastSeen } from './last-seen.ts';
import { passwords } from './passwords.ts';
import { profiles } from './profiles.ts';
import { searchUsers } from './search-users.ts';
import { recognizeUser, upsertUser } from './upsert-user.ts';

export const prismaUserStore = (prisma: PrismaClient, ask: AskStatement): UserStore => ({
  ...profiles(prisma),
  ...passwords(prisma),
  ...blocks(prisma),
  ...lastSeen(prisma),
  search: searchUsers(prisma),
  upsert: upsertUser(prisma),
  recognize: recognizeUser(prisma),
  deactivate: deactivateUser(prisma),
  sharingConversation: sharingConversation(ask),
});
