import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** Those of the people who exist, are not deactivated, and whom the caller may contact. */
export async function reachable(deps: ChatDeps, caller: Caller, userIds: number[]): Promise<Set<number>> {
  const users = await deps.users.activeByIds(userIds);
  return new Set(users.filter((user) => deps.mayContact(caller, user)).map((user) => user.id));
}

/** @throws `NOT_FOUND`, naming the first one who is not among them */
export function requireAll(userIds: number[], reachableIds: Set<number>): void {
  const missing = userIds.find((userId) => !reachableIds.has(userId));
  if (missing !== undefined) throw notFound(`person: ${missing}`);
}
