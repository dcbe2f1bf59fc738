import { randomUUID } from 'node:crypto';
import type { Caller } from '@vibe/chat';
import type { ChatApi } from '@vibe/client';
import type { TestServer } from '../../src/testing/start-test-server.ts';
import { httpClient } from '../clients.ts';
import { createDevice, type Device } from './device.ts';

export interface Person extends AsyncDisposable {
  readonly caller: Caller;
  /** The screens that are looked at. */
  readonly devices: readonly Device[];
  /** Plain calls, as from another device: no screen here learns of them but by its stream. */
  readonly api: ChatApi;
}

const dayMs = 86_400_000;

export async function createPerson(
  server: TestServer,
  fullName: string,
  deviceCount: number,
): Promise<Person> {
  const { users, sessions } = server.stores;
  const email = `${randomUUID()}@example.com`;
  const user = await users.createWithPassword({ email, fullName, role: 'client', passwordHash: '-' });
  if (!user) throw new Error(`${email} is taken`);
  const session = {
    id: randomUUID(),
    userId: user.id,
    scopes: [],
    refreshHash: null,
    label: 'test',
    expiresAt: new Date(Date.now() + dayMs),
  };
  await sessions.create(session);
  const caller: Caller = { userId: user.id, role: 'client', scopes: [], sessionId: session.id };
  const accessToken = await server.accessToken(caller, dayMs);
  const devices = Array.from({ length: deviceCount }, () => createDevice(server.url, accessToken));
  return {
    caller,
    devices,
    api: httpClient(server, accessToken),
    async [Symbol.asyncDispose]() {
      await Promise.all(devices.map((device) => device[Symbol.asyncDispose]()));
    },
  };
}
