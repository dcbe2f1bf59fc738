import { type Actor, can, type Profile } from '@vibe/contract';
import type { StoredUser } from '../ports/user-store.ts';

/** A person as the actor may see them: the email only where the rights allow it. */
export const toProfile = (actor: Actor, user: StoredUser): Profile => ({
  ...user,
  email: can(actor, 'user.seeEmail', { user }) ? user.email : null,
});
