import type { Chat, Clock, SessionStore, UserStore } from '@vibe/chat';
import type { HostIdentity } from './host-identity.ts';
import { hostPeople } from './host-people.ts';
import { hostTokens } from './host-tokens.ts';
import { rememberTokens } from './remember-tokens.ts';
import type { SecretKeys } from './secret-keys.ts';
import { type VerifyAccessToken, verifyAccessToken } from './verify-access-token.ts';

export interface IdentityDeps {
  keys: SecretKeys;
  clock: Clock;
  host: HostIdentity | null;
  users: UserStore;
  sessions: SessionStore;
  chat: Chat;
}

/** Checks the access tokens that this server takes: its own, and the host platform's where there is one. */
export function createIdentity({
  keys,
  clock,
  host,
  users,
  sessions,
  chat,
}: IdentityDeps): VerifyAccessToken {
  if (!host) return verifyAccessToken(keys, clock, null);
  const people = hostPeople({
    host,
    check: hostTokens(host, clock),
    users,
    sessions,
    recognize: chat.recognizeUser,
  });
  return verifyAccessToken(keys, clock, rememberTokens(people, clock));
}
