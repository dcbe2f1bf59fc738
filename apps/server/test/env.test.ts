import { describe, expect, test } from 'vitest';
import { readEnv } from '../src/env.ts';
import { Program } from './spawn-server.ts';

test('with nothing set, everything has a value', () => {
  const env = readEnv({});
  expect(env).toMatchObject({
    port: 3000,
    host: 'localhost',
    allowedOrigins: [],
    authSecret: undefined,
    redisUrl: undefined,
    workers: 1,
    compressAboveBytes: undefined,
    metricsPort: undefined,
    drainMs: 0,
    rateFactor: 1,
    hostIdentity: null,
    isSeeding: true,
  });
  expect(env.database.url).toBeUndefined();
  expect(env.database.dataDir).toMatch(/\/\.data$/);
  expect(env.trustProxy('127.0.0.1', 0)).toBe(false);
});

test('an empty variable is one that is not set', () => {
  const { trustProxy: _, ...usual } = readEnv({});
  expect(readEnv({ PORT: '', AUTH_SECRET: '', ALLOWED_ORIGINS: '' })).toMatchObject(usual);
});

const secret = 's'.repeat(32);
const host = {
  JWKS_URL: 'https://fit.example.com/jwks',
  JWT_ISSUER: 'https://fit.example.com',
  JWT_AUDIENCE: 'chat',
};

describe('what is set is understood', () => {
  test('with Redis it is one of several, and drains before it stops', () => {
    const several = {
      DATABASE_URL: 'postgres://localhost/chat',
      AUTH_SECRET: secret,
      REDIS_URL: 'rediss://user:pass@redis.example.com:6380',
    };
    expect(readEnv(several)).toMatchObject({ redisUrl: several.REDIS_URL, drainMs: 5_000 });
    const rest = { DRAIN_SECONDS: '0.5', METRICS_PORT: '9100', SERVER_WORKERS: '4' };
    expect(readEnv({ ...several, ...rest })).toMatchObject({ drainMs: 500, metricsPort: 9100, workers: 4 });
  });

  test('lists, maps and proxies', () => {
    const env = readEnv({
      ...host,
      ALLOWED_ORIGINS: 'https://a.example.com, http://localhost:5173',
      JWT_CLAIMS: 'role=https://fit.example.com/role?a=b,name=display_name',
      JWT_ROLES: 'client,trainer',
      TRUST_PROXY: '1',
    });
    expect(env.allowedOrigins).toEqual(['https://a.example.com', 'http://localhost:5173']);
    expect(env.hostIdentity).toEqual({
      jwksUrl: host.JWKS_URL,
      issuer: host.JWT_ISSUER,
      audience: host.JWT_AUDIENCE,
      claims: { role: 'https://fit.example.com/role?a=b', name: 'display_name', email: 'email' },
      roles: ['client', 'trainer'],
    });
    expect([0, 1].map((hop) => env.trustProxy('10.0.0.1', hop))).toEqual([true, false]);
  });

  test('people of the host, or of a database that is not ours alone, get no demo cast', () => {
    expect(readEnv(host).isSeeding).toBe(false);
    const database = { DATABASE_URL: 'postgres://localhost/chat', AUTH_SECRET: secret };
    expect(readEnv(database).isSeeding).toBe(false);
    expect(readEnv({ ...database, SEED: 'true' }).isSeeding).toBe(true);
    expect(readEnv({ SEED: 'false' }).isSeeding).toBe(false);
  });
});

test.for<[Record<string, string>, string]>([
  [{ PORT: 'web' }, 'PORT must be a port number.'],
  [{ PORT: '70000' }, 'PORT must be a port number.'],
  [{ DATABASE_URL: 'mysql://x', AUTH_SECRET: secret }, 'DATABASE_URL must begin with postgres://.'],
  [
    { DATABASE_URL: 'postgres://x' },
    'AUTH_SECRET must be set when DATABASE_URL is: all instances have to share one.',
  ],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must be at least 32 characters long.'],
  [
    { ALLOWED_ORIGINS: 'https://a.example.com/' },
    'ALLOWED_ORIGINS "https://a.example.com/" is not an origin, such as https://app.example.com.',
  ],
  [{ JWKS_URL: 'ftp://x' }, 'JWKS_URL must be an http(s) address.'],
  [{ JWKS_URL: host.JWKS_URL }, 'JWT_ISSUER and JWT_AUDIENCE must be set when JWKS_URL is.'],
  [
    { JWT_CLAIMS: 'age=years' },
    'JWT_CLAIMS must look like role=app_role,name=display_name, and may map name, email and role.',
  ],
  [
    { JWT_CLAIMS: 'role' },
    'JWT_CLAIMS must look like role=app_role,name=display_name, and may map name, email and role.',
  ],
  [{ JWT_ROLES: 'service' }, 'JWT_ROLES may name client, trainer, admin.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace and silent.'],
  [{ RATE_FACTOR: '0' }, 'RATE_FACTOR must be a number from 0.01 to 1000000.'],
  [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY must be true, false, a number of proxies, or their addresses.'],
  [{ COMPRESS_ABOVE_BYTES: '1 kB' }, 'COMPRESS_ABOVE_BYTES must be a number of bytes.'],
  [{ SERVER_WORKERS: 'many' }, 'SERVER_WORKERS must be a number of processes, from 1 to 64.'],
  [
    { SERVER_WORKERS: '2' },
    'DATABASE_URL must be set when SERVER_WORKERS is more than 1: the embedded database serves one process.',
  ],
  [{ SEED: 'yes' }, 'SEED must be true or false.'],
])('%j is refused: %s', ([variables, sentence]) => {
  expect(() => readEnv(variables)).toThrow(sentence);
});

test('a bad value stops the start with a sentence, and no stack', async () => {
  await using program = new Program('main.ts', [], { PORT: 'web' });
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.output).toBe('PORT must be a port number.\n');
});

test('a database that cannot be reached stops the start with a sentence, and no stack', {
  timeout: 60_000,
}, async () => {
  const DATABASE_URL = 'postgres://chat:secret@127.0.0.1:9/chat';
  for (const SERVER_WORKERS of ['1', '2']) {
    await using program = new Program('main.ts', [], { DATABASE_URL, AUTH_SECRET: secret, SERVER_WORKERS });
    expect(await program.exit).toEqual({ code: 1, signal: null });
    expect(program.output).toBe('The database at DATABASE_URL cannot be reached.\n');
  }
});
