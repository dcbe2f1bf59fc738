/** How long an access token is good for: short, since it is checked without its owner being asked again. */
export const ACCESS_TOKEN_MS = 10 * 60_000;
/** How long a session lives without being refreshed. */
export const SESSION_MS = 30 * 24 * 60 * 60_000;
/** For this long the token before still gets the same successor, since answers get lost and tabs race. */
export const REFRESH_GRACE_MS = 30_000;
/** How long after its end a session's row goes: by then every instance's sweep has found it revoked, if it was. */
export const FORGET_SESSION_AFTER_MS = 7 * 24 * 60 * 60_000;
