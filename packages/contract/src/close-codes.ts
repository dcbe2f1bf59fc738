/** WebSocket close codes of our own (RFC 6455 leaves 4000–4999 to applications). */
export const closeCodes = {
  /** The token is wrong, expired or revoked: get a new one, then connect again. */
  unauthenticated: 4401,
  /** The socket did too much at once: wait, then connect again. */
  rateLimited: 4429,
  /** The instance is going away: connect again, and resume. */
  goingAway: 1001,
} as const;
