import { AvatarUrl, Email, FullName, limits, UpsertUserInput } from '@vibe/contract';
import type { HostIdentity, HostRole } from './host-identity.ts';
import type { HostPayload } from './host-tokens.ts';

/** The person whom a host's token speaks of. What a claim cannot be is left out, not refused: the token is good. */
export function hostPerson(payload: HostPayload, host: HostIdentity): UpsertUserInput {
  const { name, email, role } = host.claims;
  return UpsertUserInput.parse({
    issuer: host.issuer,
    externalId: payload.sub,
    fullName: FullName.safeParse(payload[name]).data ?? payload.sub.slice(0, limits.nameChars),
    email: Email.safeParse(payload[email]).data ?? null,
    role: roleOf(payload[role], host.roles),
    ...pictureOf(payload.picture),
  });
}

/** One role, or of several the one that is allowed first. Whatever is not on the list is an ordinary client. */
function roleOf(claim: unknown, allowed: readonly HostRole[]): HostRole {
  const given = Array.isArray(claim) ? claim : [claim];
  return allowed.find((role) => given.includes(role)) ?? 'client';
}

function pictureOf(claim: unknown): { avatarUrl?: string } {
  const avatarUrl = AvatarUrl.safeParse(claim).data;
  return avatarUrl ? { avatarUrl } : {};
}
