import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Whether a proxy at that address, so many hops away, is believed about where a request came from. */
export type TrustProxy = (address: string, hop: number) => boolean;

/** Where a request came from, as far as the proxies on its way are believed. */
export const addressOf = (request: IncomingMessage, trust: TrustProxy): string =>
  request.socket.remoteAddress ? proxyAddr(request, trust) : 'unknown';
