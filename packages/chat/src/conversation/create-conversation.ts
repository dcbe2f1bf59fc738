import { type Conversation, type CreateConversationInput, can, limits } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { blocked, ChatError, forbidden, notFound } from '../chat-error.ts';
import type { NewConversation } from '../ports/conversation-store.ts';
import { publishChanges } from './change-conversation.ts';
import { reachable, requireAll } from './reachable.ts';

/**
 * Starts a conversation. The direct one of two people exists once: whoever asks again, or at the same time, gets it. A
 * service that gives an `externalKey` gets the same conversation each time.
 * @throws `NOT_FOUND` for people whom the caller may not contact, `FORBIDDEN` for a key without the scope, `CONFLICT` for a
 * direct conversation with oneself, `BLOCKED`, `GROUP_FULL`
 */
export async function createConversation(
  deps: ChatDeps,
  caller: Caller,
  input: CreateConversationInput,
): Promise<Conversation> {
  if (input.externalKey !== undefined && !can(caller, 'conversation.createByKey')) {
    throw forbidden('Only a service with the scope conversations:write may give an externalKey.');
  }
  const plan =
    input.type === 'direct' ? await planDirect(deps, caller, input) : await planGroup(deps, caller, input);
  const { conversationId, changes } = await deps.conversations.create(plan);
  publishChanges(deps, conversationId, changes);
  const snapshot = await deps.conversations.byId(caller.userId, conversationId);
  if (!snapshot) throw notFound('conversation');
  return snapshot.conversation;
}

async function planDirect(
  deps: ChatDeps,
  caller: Caller,
  input: Extract<CreateConversationInput, { type: 'direct' }>,
): Promise<NewConversation> {
  if (input.userId === caller.userId) throw new ChatError('CONFLICT', 'You cannot talk to yourself.');
  requireAll([input.userId], await reachable(deps, caller, [input.userId]));
  if (await deps.users.hasBlocked(input.userId, caller.userId)) throw blocked();
  const pair = [caller.userId, input.userId].sort((a, b) => a - b);
  return {
    type: 'direct',
    name: null,
    directKey: pair.join(':'),
    createdById: caller.userId,
    externalKey: input.externalKey ?? null,
    historyVisible: true,
    members: pair.map((userId) => ({ userId, role: 'member' })),
    announcement: null,
  };
}

async function planGroup(
  deps: ChatDeps,
  caller: Caller,
  input: Extract<CreateConversationInput, { type: 'group' }>,
): Promise<NewConversation> {
  const others = [...new Set(input.userIds)].filter((userId) => userId !== caller.userId);
  if (others.length >= limits.groupMembers) {
    throw new ChatError('GROUP_FULL', `A group has at most ${limits.groupMembers} members.`);
  }
  requireAll(others, await reachable(deps, caller, others));
  return {
    type: 'group',
    name: input.name,
    directKey: null,
    createdById: caller.userId,
    externalKey: input.externalKey ?? null,
    historyVisible: input.historyVisible,
    members: [
      { userId: caller.userId, role: 'owner' },
      ...others.map((userId) => ({ userId, role: 'member' as const })),
    ],
    announcement: { type: 'group.created', name: input.name },
  };
}
