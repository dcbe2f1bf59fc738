import type { Profile, UpdateProfileInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { userById } from './user-by-id.ts';

/** Changes the caller's own name or picture; a field left out stays as it is. */
export async function updateProfile(
  deps: ChatDeps,
  caller: Caller,
  input: UpdateProfileInput,
): Promise<Profile> {
  const user = await deps.users.update(caller.userId, input);
  deps.bus.publish({ topic: 'user', user });
  return userById(deps, caller, { userId: user.id });
}
