import { randomUUID } from 'node:crypto';
import type { Caller } from '@vibe/chat';
import type { PlatformRole, Scope } from '@vibe/contract';
import type { DatabaseClient } from '@vibe/db';
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

export interface NewPerson {
  /** Nobody else's. */
  fullName: string;
  role: PlatformRole;
  scopes: readonly Scope[];
}

/** New people, in the order given, signed in with `testPassword`, and services with a key. */
export type Enrol = (people: NewPerson[]) => Promise<Person[]>;

/** Hundreds of scenes need a dozen people each: rows are written together, and the password is hashed once. */
export async function openEnrolment(server: TestServer, prisma: DatabaseClient['prisma']): Promise<Enrol> {
  const { user: first } = await server.signUp('Whose password is everybody’s');
  const passwordHash = await server.stores.users.passwordHash(first.id);

  return async (people) => {
    const users = people.map(({ fullName, role }) => {
      const identity = role === 'service' ? {} : { email: `${randomUUID()}@example.com`, passwordHash };
      return { fullName, role, ...identity };
    });
    const select = { id: true, fullName: true, email: true };
    const rows = await prisma.user.createManyAndReturn({ data: users, select });
    const enrolled = people.map(({ fullName, role, scopes }) => {
      const row = rows.find((one) => one.fullName === fullName);
      if (!row) throw new Error(`${fullName} was not stored`);
      const caller: Caller = { userId: row.id, role, scopes, sessionId: randomUUID() };
      return { ...row, caller };
    });
    const expiresAt = new Date(Date.now() + dayMs);
    const sessions = enrolled.map(({ id: userId, caller: { sessionId: id, scopes } }) => ({
      id,
      userId,
      scopes: [...scopes],
      expiresAt,
    }));
    await prisma.session.createMany({ data: sessions });
    return Promise.all(
      enrolled.map(async (person) => {
        const { caller } = person;
        return { ...person, accessToken: await server.accessToken(caller, dayMs, [...caller.scopes]) };
      }),
    );
  };
}
