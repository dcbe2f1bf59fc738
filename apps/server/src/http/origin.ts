import type { IncomingMessage } from 'node:http';
import type { TrustProxy } from '../limits/address-of.ts';

/** Whether the page that sent a request may talk to us. Programs that are no browsers name no origin, and may. */
export type IsAllowedOrigin = (request: IncomingMessage) => boolean;

/**
 * Our own pages, and those of `ALLOWED_ORIGINS`. Our own is whatever host the request was sent to: no page elsewhere can
 * make a browser send another `Host`. The scheme is left out, since a proxy may have ended TLS before us.
 */
export function originCheck(allowedOrigins: readonly string[], trustProxy: TrustProxy): IsAllowedOrigin {
  const allowed = new Set(allowedOrigins);
  return (request) => {
    const { origin } = request.headers;
    if (origin === undefined || allowed.has(origin)) return true;
    const from = URL.parse(origin)?.host;
    return Boolean(from) && from === hostOf(request, trustProxy);
  };
}

/** What the browser was told to ask for: a proxy that is believed may have passed it on under another name. */
function hostOf({ headers, socket }: IncomingMessage, trustProxy: TrustProxy): string | undefined {
  const forwarded = headers['x-forwarded-host'];
  const isBelieved = socket.remoteAddress !== undefined && trustProxy(socket.remoteAddress, 0);
  return isBelieved && typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : headers.host;
}
