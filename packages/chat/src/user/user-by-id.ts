import type { Profile } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';
import { toProfile } from './to-profile.ts';

/** Oneself, whom one may contact, and whom one shares a conversation with. @throws `NOT_FOUND` */
export async function userById(
  deps: ChatDeps,
  caller: Caller,
  { userId }: { userId: number },
): Promise<Profile> {
  const user = await deps.users.byId(userId);
  if (!user) throw notFound('person');
  const isKnown =
    user.id === caller.userId ||
    deps.mayContact(caller, user) ||
    (await deps.users.sharingConversation(caller.userId, [userId])).length > 0;
  if (!isKnown) throw notFound('person');
  return toProfile(caller, user);
}
