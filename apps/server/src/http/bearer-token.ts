import type { IncomingHttpHeaders } from 'node:http';

/** The token of `Authorization: Bearer …`. */
export const bearerToken = ({ authorization }: IncomingHttpHeaders): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
