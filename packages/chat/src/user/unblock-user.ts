import type { Caller, ChatDeps } from '../chat-deps.ts';

/** Idempotent: who was not blocked stays so. */
export async function unblockUser(
  deps: ChatDeps,
  caller: Caller,
  { userId }: { userId: number },
): Promise<void> {
  await deps.users.unblock(caller.userId, userId);
}
