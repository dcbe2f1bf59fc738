import type { RefreshCookie } from '@vibe/api';
import { ChatError } from '@vibe/chat';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'vibe_refresh';

/** Sent to our own pages' calls only, readable by no script, and never in the clear where there is TLS. */
export function refreshCookie(request: FastifyRequest, reply: FastifyReply): RefreshCookie {
  const options = {
    path: '/trpc',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  return {
    read: () => request.cookies[name] ?? null,
    set(token, expires) {
      if (reply.raw.headersSent) {
        throw new ChatError('WRONG_TRANSPORT', 'Sign in without streaming: the answer must carry a cookie.');
      }
      reply.setCookie(name, token, { ...options, expires });
    },
    clear() {
      if (!reply.raw.headersSent) reply.clearCookie(name, options);
    },
  };
}
