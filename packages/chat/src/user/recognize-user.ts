import type { UpsertUserInput } from '@vibe/contract';
import type { ChatDeps } from '../chat-deps.ts';
import type { StoredUser } from '../ports/user-store.ts';

/**
 * The person whom a host platform's token speaks of, made at first sight and changed to what it says. Null when they are
 * deactivated: that is undone by `upsertUser` only, never by a token.
 */
export async function recognizeUser(deps: ChatDeps, input: UpsertUserInput): Promise<StoredUser | null> {
  const { user, isChanged } = await deps.users.recognize(input);
  if (user.isDeactivated) return null;
  const { email: _, ...shown } = user;
  if (isChanged) deps.bus.publish({ topic: 'user', user: shown });
  return user;
}
