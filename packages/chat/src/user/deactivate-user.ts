import { can, type User } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { forbidden, notFound } from '../chat-error.ts';

/** Ends a person's sessions and streams at once and keeps them out. Idempotent. @throws `FORBIDDEN`, `NOT_FOUND` */
export async function deactivateUser(
  deps: ChatDeps,
  caller: Caller,
  { userId }: { userId: number },
): Promise<User> {
  if (!can(caller, 'user.deactivate'))
    throw forbidden('Only platform admins and services may manage people.');
  const done = await deps.users.deactivate(userId);
  if (!done) throw notFound('person');
  deps.bus.publish({ topic: 'user', user: done.user });
  deps.bus.publish({ topic: 'sessionsRevoked', sessionIds: done.revokedSessionIds });
  return done.user;
}
