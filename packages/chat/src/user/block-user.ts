import { can } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';
import { userById } from './user-by-id.ts';

/** Keeps a person's new direct messages, edits and typing away. Idempotent. @throws `NOT_FOUND`, `CONFLICT` for oneself */
export async function blockUser(
  deps: ChatDeps,
  caller: Caller,
  { userId }: { userId: number },
): Promise<void> {
  const user = await userById(deps, caller, { userId });
  if (!can(caller, 'user.block', { user })) throw new ChatError('CONFLICT', 'You cannot block yourself.');
  await deps.users.block(caller.userId, userId);
}
