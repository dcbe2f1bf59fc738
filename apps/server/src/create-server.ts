import { type Chat, createChat, openContactPolicy, type PasswordHasher, type TokenIssuer } from '@vibe/chat';
import { createStores, openClient, refreshStatistics, type Stores, writesInFlight } from '@vibe/db';
import { createRealtime, silentTelemetry } from '@vibe/realtime';
import { keepHouse } from './housekeeping.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { originCheck } from './http/origin.ts';
import { callerCache } from './identity/caller-cache.ts';
import { createIdentity } from './identity/create-identity.ts';
import { argon2Hasher } from './identity/password-hasher.ts';
import { deriveKeys } from './identity/secret-keys.ts';
import { tokenIssuer } from './identity/token-issuer.ts';
import { callsUnderWay } from './limits/calls-under-way.ts';
import { rateLimits } from './limits/rate-limits.ts';
import { timedCalls } from './metrics/call-metrics.ts';
import { connectionMetrics } from './metrics/connection-metrics.ts';
import { liveMetrics } from './metrics/live-metrics.ts';
import { loggedPace } from './metrics/logged-pace.ts';
import { writeMetrics } from './metrics/write-metrics.ts';
import type { ServerDeps } from './server-deps.ts';
import type { ServerOptions } from './server-options.ts';
import { stopServer } from './stop-server.ts';
import { serveSockets } from './web-socket/serve-sockets.ts';

/** A server that is wired up. Disposing of it stops it gracefully; the database stays open. */
export interface ChatServer extends AsyncDisposable {
  chat: Chat;
  stores: Stores;
  passwords: PasswordHasher;
  tokens: TokenIssuer;
  /** Starts to serve, and answers with the port, which port 0 leaves to the system. */
  listen(address: { host: string; port: number }): Promise<number>;
}

export async function createServer(options: ServerOptions): Promise<ChatServer> {
  const { bus, clock, log, metrics, trustProxy } = options;
  const keys = deriveKeys(options.secret);
  const client = openClient(options.database);
  const stores = createStores(client);
  const live = createRealtime({
    bus,
    clock,
    changeLog: stores.changeLog,
    users: stores.users,
    log: (message, err) => log.error({ err }, message),
    telemetry: loggedPace(metrics ? liveMetrics(metrics, clock) : silentTelemetry, log),
  });
  const passwords = argon2Hasher();
  const tokens = tokenIssuer(keys, clock);
  const chat = createChat({
    ...stores,
    bus,
    live,
    passwords,
    tokens,
    clock,
    mayContact: openContactPolicy,
    writesInFlight: writesInFlight(options.database),
    writeTelemetry: writeMetrics(metrics),
  });
  const callers = callerCache(chat.authenticate);
  live.onSessionsRevoked(callers.forgetSessions);
  live.onUserChanged(callers.forgetUser);

  let isStopping = false;
  const deps: ServerDeps = {
    chat,
    live,
    clock,
    log,
    verify: createIdentity({ ...stores, keys, clock, host: options.hostIdentity, chat }),
    callers,
    rates: options.rates,
    limit: rateLimits(options.rates),
    calls: metrics ? timedCalls(metrics, callsUnderWay()) : callsUnderWay(),
    isAllowedOrigin: originCheck(options.allowedOrigins, trustProxy),
    trustProxy,
    hasPasswords: options.hostIdentity === null,
    isStopping: () => isStopping,
  };
  const http = await createHttpServer(deps, {
    allowedOrigins: options.allowedOrigins,
    webDirectory: options.webDirectory,
    ping: () => stores.changeLog.mark(),
  });
  const counts = metrics && connectionMetrics(metrics, http.server);
  const sockets = serveSockets(http.server, deps, {
    compressAboveBytes: options.compressAboveBytes,
    onSlowReader: () => counts?.slowReaderCut(),
  });
  const endHousekeeping = keepHouse(
    { chat, log, refreshStatistics: () => refreshStatistics(options.database, client.prisma) },
    options.housekeepingIntervalMs,
  );

  return {
    chat,
    stores,
    passwords,
    tokens,
    async listen(address) {
      await live.start();
      await http.listen(address);
      const bound = http.server.address();
      return typeof bound === 'object' && bound ? bound.port : address.port;
    },
    async [Symbol.asyncDispose]() {
      if (isStopping) return;
      isStopping = true;
      await stopServer({ http, sockets, calls: deps.calls, drainMs: options.drainMs ?? 0 });
      await live[Symbol.asyncDispose]();
      await endHousekeeping();
      await client[Symbol.asyncDispose]();
    },
  };
}
