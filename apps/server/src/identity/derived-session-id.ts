import { createHash } from 'node:crypto';
import type { HostPayload } from './host-tokens.ts';

/**
 * A session id for a host's token, the same each time: of the host's own session where the token names it (`sid`, or
 * `auth_time`), else of this very token. Signing out ends it for good, so a later sign-in at the host must give another one.
 */
export function derivedSessionId(issuer: string, payload: HostPayload): string {
  const { sub, sid, auth_time: authTime, jti, iat } = payload;
  const hex = createHash('sha256')
    .update(JSON.stringify([issuer, sub, sid ?? authTime ?? jti ?? iat]))
    .digest('hex');
  // Version 8 of RFC 9562: a UUID of one's own making.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Whether later tokens will name the same session. */
export const namesHostSession = ({ sid, auth_time: authTime }: HostPayload): boolean =>
  sid !== undefined || authTime !== undefined;
