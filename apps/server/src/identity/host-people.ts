import type { SessionStore, UserStore } from '@vibe/chat';
import type { UpsertUserInput } from '@vibe/contract';
import { derivedSessionId, namesHostSession } from './derived-session-id.ts';
import type { HostIdentity } from './host-identity.ts';
import { hostPerson } from './host-person.ts';
import type { HostPayload } from './host-tokens.ts';
import type { VerifiedToken } from './verified-token.ts';

/** No session of the host is taken to last longer: one that was signed out of here is remembered for as long. */
const hostSessionMs = 365 * 24 * 60 * 60_000;

export interface HostPeopleDeps {
  host: HostIdentity;
  check(token: string): Promise<HostPayload>;
  users: Pick<UserStore, 'byExternalId'>;
  sessions: Pick<SessionStore, 'byId' | 'create'>;
  /** Makes or changes a person, and tells those who see them. Null when they are deactivated. */
  recognize(person: UpsertUserInput): Promise<{ id: number } | null>;
}

/**
 * Links the host's people to ours by (issuer, sub), never by email: an address can change hands. A row is written only
 * when a claim says something new; deactivated people stay so.
 */
export function hostPeople(deps: HostPeopleDeps): (token: string) => Promise<VerifiedToken | null> {
  return async (token) => {
    const payload = await deps.check(token);
    const userId = await link(deps, payload);
    if (userId === null) return null;
    const sessionId = derivedSessionId(deps.host.issuer, payload);
    const expiresAt = new Date(payload.exp * 1000);
    const endsAt = namesHostSession(payload) ? new Date(payload.iat * 1000 + hostSessionMs) : expiresAt;
    await ensureSession(deps, sessionId, userId, endsAt);
    return { claims: { userId, sessionId, scopes: [] }, expiresAt };
  };
}

async function link(deps: HostPeopleDeps, payload: HostPayload): Promise<number | null> {
  const person = hostPerson(payload, deps.host);
  const known = await deps.users.byExternalId(person.issuer, person.externalId);
  if (known?.isDeactivated) return null;
  const isSame =
    known?.fullName === person.fullName &&
    known.email === (person.email ?? null) &&
    known.role === person.role &&
    (person.avatarUrl === undefined || known.avatarUrl === person.avatarUrl);
  if (isSame) return known.id;
  return (await deps.recognize(person))?.id ?? null;
}

async function ensureSession(
  deps: HostPeopleDeps,
  id: string,
  userId: number,
  expiresAt: Date,
): Promise<void> {
  if (await deps.sessions.byId(id)) return;
  try {
    await deps.sessions.create({
      id,
      userId,
      scopes: [],
      refreshHash: null,
      label: deps.host.issuer,
      expiresAt,
    });
  } catch (error) {
    // Another call with the same token was faster.
    if (!(await deps.sessions.byId(id))) throw error;
  }
}
