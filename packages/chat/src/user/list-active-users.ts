import type { ListActiveUsersInput, UserPage } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { toProfile } from './to-profile.ts';
import { decodeUserPageKey, encodeUserPageKey } from './user-page-key.ts';

/** People connected now whom the caller may contact, by id. */
export async function listActiveUsers(
  deps: ChatDeps,
  caller: Caller,
  input: ListActiveUsersInput,
): Promise<UserPage> {
  const afterId = decodeUserPageKey(input.after)?.id ?? 0;
  const candidateIds = deps.live.onlineUserIds().filter((id) => id > afterId && id !== caller.userId);
  const candidates = await deps.users.activeByIds(candidateIds);
  const visible = candidates.filter((user) => deps.mayContact(caller, user));
  const page = visible.slice(0, input.limit);
  const last = page.at(-1);
  return {
    users: page.map((user) => toProfile(caller, user)),
    nextKey: visible.length > input.limit && last ? encodeUserPageKey(last) : null,
  };
}
