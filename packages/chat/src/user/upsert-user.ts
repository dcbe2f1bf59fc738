import { can, type Profile, type UpsertUserInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { forbidden } from '../chat-error.ts';
import { toProfile } from './to-profile.ts';

/** Makes or changes a host platform's person, by (issuer, externalId), and ends a deactivation. Idempotent. @throws `FORBIDDEN` */
export async function upsertUser(deps: ChatDeps, caller: Caller, input: UpsertUserInput): Promise<Profile> {
  if (!can(caller, 'user.upsert')) throw forbidden('Only platform admins and services may manage people.');
  const { user, isChanged } = await deps.users.upsert(input);
  const profile = toProfile(caller, user);
  const { email: _, ...shown } = profile;
  if (isChanged) deps.bus.publish({ topic: 'user', user: shown });
  return profile;
}
