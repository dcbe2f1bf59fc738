import { randomUUID } from 'node:crypto';
import type { Caller } from '@vibe/chat';
import type { PlatformRole, Scope } from '@vibe/contract';
import type { TestServer } from '../../src/testing/start-test-server.ts';

const dayMs = 24 * 60 * 60_000;

/** Somebody with an account and a session. */
export interface Person {
  id: number;
  fullName: string;
  /** Null for a service. */
  email: string | null;
  caller: Caller;
  accessToken: string;
}

export interface Accounts {
  /** A new person, whose password is `testPassword`. It is not hashed anew each time: that takes as long as it should. */
  person(fullName: string, role?: PlatformRole): Promise<Person>;
  /** A new service with a key, as `vibe service:create` makes it. */
  service(fullName: string, scopes: Scope[]): Promise<Person>;
}

export async function openAccounts(server: TestServer): Promise<Accounts> {
  const { users, sessions } = server.stores;
  const { user: first } = await server.signUp('Whose password is everybody’s');
  const passwordHash = await users.passwordHash(first.id);
  if (passwordHash === null) throw new Error('whoever signed up has a password');

  const signedIn = async (id: number, role: PlatformRole, scopes: Scope[]) => {
    const caller: Caller = { userId: id, role, scopes, sessionId: randomUUID() };
    const expiresAt = new Date(Date.now() + dayMs);
    const session = { id: caller.sessionId, userId: id, scopes, refreshHash: null, label: '', expiresAt };
    await sessions.create(session);
    return { caller, accessToken: await server.accessToken(caller, dayMs, scopes) };
  };

  return {
    async person(fullName, role = 'client') {
      const email = `${randomUUID()}@example.com`;
      const user = await users.createWithPassword({ email, fullName, passwordHash, role });
      if (!user) throw new Error(`${email} is taken`);
      return { id: user.id, fullName, email, ...(await signedIn(user.id, role, [])) };
    },
    async service(fullName, scopes) {
      const { id } = await users.createService(fullName);
      return { id, fullName, email: null, ...(await signedIn(id, 'service', scopes)) };
    },
  };
}
