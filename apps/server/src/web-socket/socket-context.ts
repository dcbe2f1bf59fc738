import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from '@vibe/api';
import type { WebSocket } from 'ws';
import { bearerToken } from '../http/bearer-token.ts';
import { clientLabel } from '../http/client-label.ts';
import { addressOf } from '../limits/address-of.ts';
import { rateKey } from '../limits/rate-key.ts';
import type { ServerDeps } from '../server-deps.ts';
import { identify } from './identify.ts';
import type { SocketsBySession } from './sockets-by-session.ts';

const nobody = Promise.resolve(null);

/** The context of all calls of one socket. Its session is looked up for each call all the same, since rights change. */
export async function socketContext(
  deps: ServerDeps,
  sessions: SocketsBySession,
  request: IncomingMessage,
  socket: WebSocket,
  connectionParams: Record<string, string | undefined> | null,
): Promise<Context> {
  const id = randomUUID();
  const token = connectionParams?.token ?? bearerToken(request.headers);
  const identity = await identify(deps, sessions, socket, id, token);
  return {
    chat: deps.chat,
    authenticate: () => (identity ? deps.callers.callerOf(identity.token.claims) : nobody),
    connection: {
      setAway(isAway) {
        if (identity) deps.live.setAway(identity.userId, id, isAway);
      },
    },
    cookies: null,
    hasPasswords: deps.hasPasswords,
    address: rateKey(addressOf(request, deps.trustProxy)),
    clientLabel: clientLabel(request.headers),
    limit: deps.limit,
    begin: deps.calls.begin,
  };
}
