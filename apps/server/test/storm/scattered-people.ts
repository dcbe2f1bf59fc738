import { randomUUID } from 'node:crypto';
import type { Caller } from '@vibe/chat';
import type { TestServer } from '../../src/testing/start-test-server.ts';

export interface Scattered {
  caller: Caller;
  accessToken: string;
  groupIds: number[];
}

const hour = 60 * 60_000;

/** People in groups of `groupSize`, signed in, and connected to nothing. */
export async function scatteredPeople(
  server: TestServer,
  count: number,
  groupSize: number,
): Promise<Scattered[]> {
  const people: Scattered[] = [];
  for (let from = 0; from < count; from += groupSize) {
    const callers = await Promise.all(
      Array.from({ length: groupSize }, (_, index) => signedIn(server, `Person ${from + index}`)),
    );
    people.push(...(await inGroup(server, callers)));
  }
  return people;
}

async function signedIn({ stores }: TestServer, fullName: string): Promise<Caller> {
  const email = `${randomUUID()}@example.com`;
  const user = await stores.users.createWithPassword({
    email,
    fullName,
    passwordHash: 'none',
    role: 'client',
  });
  if (!user) throw new Error(`${email} is taken`);
  const caller: Caller = { userId: user.id, role: 'client', scopes: [], sessionId: randomUUID() };
  const session = { id: caller.sessionId, userId: user.id, scopes: [], refreshHash: null, label: 'test' };
  await stores.sessions.create({ ...session, expiresAt: new Date(Date.now() + hour) });
  return caller;
}

async function inGroup(server: TestServer, callers: Caller[]): Promise<Scattered[]> {
  const [owner] = callers;
  if (!owner) return [];
  const userIds = callers.filter((caller) => caller !== owner).map(({ userId }) => userId);
  const { id } = await server.chat.createConversation(owner, {
    type: 'group',
    name: 'Group',
    userIds,
    historyVisible: true,
  });
  return Promise.all(
    callers.map(async (caller) => ({
      caller,
      accessToken: await server.accessToken(caller, hour),
      groupIds: userIds.length > 0 ? [id] : [],
    })),
  );
}
