import type { SearchUsersInput, UserPage } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import type { StoredUser } from '../ports/user-store.ts';
import { toProfile } from './to-profile.ts';
import { decodeUserPageKey, encodeUserPageKey } from './user-page-key.ts';

/** People whom the caller may contact and whose name has `query` in it, by name. */
export async function searchUsers(
  deps: ChatDeps,
  caller: Caller,
  input: SearchUsersInput,
): Promise<UserPage> {
  const found: StoredUser[] = [];
  let after = decodeUserPageKey(input.after);
  for (;;) {
    const rows = await deps.users.search(input.query, { limit: input.limit + 1, after });
    found.push(...rows.filter((user) => deps.mayContact(caller, user)));
    const last = rows.at(-1);
    if (found.length > input.limit || last === undefined || rows.length <= input.limit) break;
    after = { fullName: last.fullName, id: last.id };
  }
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    users: page.map((user) => toProfile(caller, user)),
    nextKey: found.length > input.limit && last ? encodeUserPageKey(last) : null,
  };
}
