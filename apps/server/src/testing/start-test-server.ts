import { randomUUID } from 'node:crypto';
import { type Bus, type Caller, type Chat, type Clock, systemClock } from '@vibe/chat';
import { type PlatformRole, type Profile, rates, type Scope } from '@vibe/contract';
import type { Database, Stores } from '@vibe/db';
import { memoryBus } from '@vibe/realtime';
import { decodeJwt } from 'jose';
import type { DestinationStream } from 'pino';
import type { Registry } from 'prom-client';
import { createServer } from '../create-server.ts';
import type { HostIdentity } from '../identity/host-identity.ts';
import type { Rates } from '../limits/rate-limits.ts';
import { createLogger } from '../logger.ts';

export interface TestServerOptions {
  /** Migrated; closing it stays with whoever opened it. */
  database: Database;
  /** What differs from the usual. */
  rates?: Partial<Rates>;
  allowedOrigins?: string[];
  hostIdentity?: HostIdentity;
  clock?: Clock;
  /** One that drops or delays, say; the in-process one otherwise. */
  bus?: Bus;
  /** Gets the log's lines; nobody does otherwise. */
  log?: DestinationStream;
  webDirectory?: string;
  /** That of the other instances; one of its own otherwise. */
  secret?: string;
  drainMs?: number;
  metrics?: Registry;
  housekeepingIntervalMs?: number;
  compressAboveBytes?: number;
}

export interface TestUser {
  user: Profile;
  caller: Caller;
  accessToken: string;
}

export interface TestServer extends AsyncDisposable {
  /** Without a slash at the end; the procedures are at `/trpc`. */
  url: string;
  wsUrl: string;
  chat: Chat;
  stores: Stores;
  /** A new person, signed in. Their email is made from the name, their password is `testPassword`. */
  signUp(fullName: string, role?: PlatformRole): Promise<TestUser>;
  /** An access token for that session, good for as long as the test wants. */
  accessToken(caller: Caller, lifetimeMs: number, scopes?: Scope[]): Promise<string>;
  /** Stops it gracefully, as a signal would. */
  close(): Promise<void>;
}

export const testPassword = 'correct horse battery';

/** The real server, on a free port. For `await using`. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const clock = options.clock ?? systemClock;
  const server = await createServer({
    database: options.database,
    bus: options.bus ?? memoryBus(),
    secret: options.secret ?? randomUUID() + randomUUID(),
    allowedOrigins: options.allowedOrigins ?? [],
    trustProxy: () => false,
    hostIdentity: options.hostIdentity ?? null,
    rates: { ...rates, ...options.rates },
    clock,
    log: options.log ? createLogger('info', options.log) : createLogger('silent'),
    webDirectory: options.webDirectory ?? import.meta.dirname,
    housekeepingIntervalMs: options.housekeepingIntervalMs,
    drainMs: options.drainMs ?? 0,
    metrics: options.metrics,
    compressAboveBytes: options.compressAboveBytes,
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const { chat, stores, tokens } = server;
  const close = async () => server[Symbol.asyncDispose]();
  // One hash does for everybody: making one takes as long as it should.
  const passwordHash = server.passwords.hash(testPassword);

  return {
    url: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}/trpc`,
    chat,
    stores,
    async signUp(fullName, role = 'client') {
      const email = `${fullName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}.${randomUUID().slice(0, 8)}@example.com`;
      const fields = { email, fullName, role, passwordHash: await passwordHash };
      const user = await stores.users.createWithPassword(fields);
      if (!user) throw new Error(`${email} is taken`);
      const { signedIn } = await chat.signIn({ email, password: testPassword }, 'test');
      const { sid } = decodeJwt(signedIn.accessToken);
      if (typeof sid !== 'string') throw new Error('an access token names its session');
      const caller: Caller = { userId: user.id, role, scopes: [], sessionId: sid };
      return { user: signedIn.user, caller, accessToken: signedIn.accessToken };
    },
    accessToken: ({ userId, sessionId }, lifetimeMs, scopes = []) =>
      tokens.accessToken({ userId, sessionId, scopes }, new Date(clock.now().getTime() + lifetimeMs)),
    close,
    [Symbol.asyncDispose]: close,
  };
}
