/**
 * For how long a JWT is good from its issue, in ms; null when it does not say. Counted by the server's clock alone, so
 * that a wrong clock here does not matter. It proves nothing.
 */
export function tokenLifetimeMs(jwt: string): number | null {
  const { iat, exp } = readClaims(jwt);
  return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1_000 : null;
}

function readClaims(jwt: string): { iat?: unknown; exp?: unknown } {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(payload));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
