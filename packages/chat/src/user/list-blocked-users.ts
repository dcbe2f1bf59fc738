import type { Profile } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { toProfile } from './to-profile.ts';

/** Whom the caller blocked, the latest first. */
export async function listBlockedUsers(deps: ChatDeps, caller: Caller): Promise<Profile[]> {
  const users = await deps.users.listBlocked(caller.userId);
  return users.map((user) => toProfile(caller, user));
}
