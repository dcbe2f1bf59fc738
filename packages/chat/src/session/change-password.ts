import type { ChangePasswordInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';

/** Sets a new password and ends the caller's other sessions. @throws `WRONG_CREDENTIALS` */
export async function changePassword(
  deps: ChatDeps,
  caller: Caller,
  input: ChangePasswordInput,
): Promise<void> {
  const current = await deps.users.passwordHash(caller.userId);
  if (!(await deps.passwords.verify(current, input.currentPassword))) {
    const fields = { currentPassword: 'is not your password' };
    throw new ChatError('WRONG_CREDENTIALS', 'The current password is wrong.', { fields });
  }
  await deps.users.setPasswordHash(caller.userId, await deps.passwords.hash(input.newPassword));
  const sessionIds = await deps.sessions.revokeAll(caller.userId, caller.sessionId);
  deps.bus.publish({ topic: 'sessionsRevoked', sessionIds });
}
