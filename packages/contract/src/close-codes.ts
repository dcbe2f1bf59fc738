/**
 * WebSocket close codes that we use; RFC 6455 leaves 4000–4999 to applications. Ours follow HTTP. 44xx: something on the
 * client's side has to change first, and the code says what. 45xx, as everything below 4000: connect again, after the usual
 * jittered wait, and resume.
 */
export const closeCodes = {
  /** The token is wrong, expired or revoked: get a new one, then connect again. */
  unauthenticated: 4401,
  /** The socket did too much at once: wait, then connect again. */
  rateLimited: 4429,
  /** The socket did not say in time whose it is: connect again. */
  silent: 4504,
  /** The socket was read too slowly for what came: connect again, and resume. */
  slowReader: 4508,
  /** The instance is going away: connect again, and resume. */
  goingAway: 1001,
  /** Something went wrong at the server's side: connect again. */
  internal: 1011,
} as const;
