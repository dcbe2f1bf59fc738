import type { Actor, Me } from '@vibe/contract';

/** The person at this screen, as `can` asks for them. */
export const actorOf = ({ user, scopes }: Me): Actor => ({ userId: user.id, role: user.role, scopes });
