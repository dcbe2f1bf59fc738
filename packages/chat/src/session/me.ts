import type { Me } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { userById } from '../user/user-by-id.ts';

/** The caller, and what their token allows. */
export async function me(deps: ChatDeps, caller: Caller): Promise<Me> {
  return { user: await userById(deps, caller, { userId: caller.userId }), scopes: [...caller.scopes] };
}
