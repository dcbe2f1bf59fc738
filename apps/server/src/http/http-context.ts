import type { Context } from '@vibe/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../limits/address-of.ts';
import { rateKey } from '../limits/rate-key.ts';
import { authenticate, type ServerDeps } from '../server-deps.ts';
import { bearerToken } from './bearer-token.ts';
import { clientLabel } from './client-label.ts';
import { refreshCookie } from './refresh-cookie.ts';

/** The context of one HTTP request: its token is checked when a procedure first asks, and once for a whole batch. */
export function httpContext(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): Context {
  let caller: ReturnType<Context['authenticate']> | undefined;
  return {
    chat: deps.chat,
    authenticate() {
      caller ??= authenticate(deps, bearerToken(request.headers));
      return caller;
    },
    connection: null,
    cookies: refreshCookie(request, reply),
    hasPasswords: deps.hasPasswords,
    address: rateKey(addressOf(request.raw, deps.trustProxy)),
    clientLabel: clientLabel(request.headers),
    limit: deps.limit,
    begin: deps.calls.begin,
  };
}
