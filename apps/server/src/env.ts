import { join, resolve } from 'node:path';
import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';
import { type HostIdentity, hostRoles } from './identity/host-identity.ts';
import type { TrustProxy } from './limits/address-of.ts';
import { StartError } from './start/start-error.ts';

const list = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const Origin = z.string().refine((origin) => URL.parse(origin)?.origin === origin, {
  error: ({ input }) => `"${input}" is not an origin, such as https://app.example.com`,
});
const HttpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const Flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((flag) => flag === 'true');

const claimMapHint = 'must look like role=app_role,name=display_name, and may map name, email and role';
const Claim = z.string().min(1, claimMapHint);

/** Which claim holds what. */
const ClaimMap = z.preprocess(
  (map) => (typeof map === 'string' ? Object.fromEntries(list(map).map(toPair)) : {}),
  z.strictObject(
    { name: Claim.default('name'), email: Claim.default('email'), role: Claim.default('role') },
    { error: claimMapHint },
  ),
);

/** Claims of many platforms are named by an address, which may have `=` in it. */
function toPair(item: string): [string, string] {
  const at = item.indexOf('=');
  return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
}

/** `true`, `false`, how many proxies stand before us, or their addresses. */
const TrustedProxies = z.string().transform((value, ctx): TrustProxy => {
  if (value === 'true' || value === 'false') return () => value === 'true';
  if (/^\d+$/.test(value)) return (_address, hop) => hop < Number(value);
  try {
    return proxyAddr.compile(list(value));
  } catch {
    ctx.addIssue('must be true, false, a number of proxies, or their addresses');
    return z.NEVER;
  }
});

const portHint = 'must be a port number';
const Port = z.coerce.number({ error: portHint }).int(portHint).min(0, portHint).max(65_535, portHint);
const workersHint = 'must be a number of processes, from 1 to 64';
const compressionHint = 'must be a number of bytes';
const factorHint = 'must be a number from 0.01 to 1000000';
const drainHint = 'must be a number of seconds, 300 at most';

const Env = z.object({
  PORT: Port.default(3000),
  HOST: z.string().default('localhost'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  METRICS_PORT: Port.optional(),
  COMPRESS_ABOVE_BYTES: z.coerce
    .number({ error: compressionHint })
    .int(compressionHint)
    .min(0, compressionHint)
    .optional(),
  SERVER_WORKERS: z.coerce
    .number({ error: workersHint })
    .int(workersHint)
    .min(1, workersHint)
    .max(64, workersHint)
    .default(1),
  DRAIN_SECONDS: z.coerce.number({ error: drainHint }).min(0, drainHint).max(300, drainHint).optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
  DATA_DIR: z.string().default(join(import.meta.dirname, '../../../.data')),
  ALLOWED_ORIGINS: z.string().transform(list).pipe(z.array(Origin)).default([]),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  JWKS_URL: HttpUrl.optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_CLAIMS: ClaimMap,
  JWT_ROLES: z
    .string()
    .transform(list)
    .pipe(z.array(z.enum(hostRoles, { error: `may name ${hostRoles.join(', ')}` })))
    .default([...hostRoles]),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace and silent',
    })
    .optional(),
  TRUST_PROXY: TrustedProxies.prefault('false'),
  SEED: Flag.optional(),
  RATE_FACTOR: z.coerce
    .number({ error: factorHint })
    .min(0.01, factorHint)
    .max(1_000_000, factorHint)
    .default(1),
});

/** What the environment says, checked. */
export interface ServerEnv {
  port: number;
  host: string;
  database: { url: string | undefined; dataDir: string };
  /** Undefined: this instance is the only one, or they hear of each other by the sweep. */
  redisUrl: string | undefined;
  /** What is longer is compressed for sockets that want it; undefined: nothing is. */
  compressAboveBytes: number | undefined;
  /** How many processes serve at that port. */
  workers: number;
  /** Undefined: nobody is told what is counted. */
  metricsPort: number | undefined;
  /** How long an instance that stops goes on for the balancer to notice, and again for its clients to leave one by one. */
  drainMs: number;
  allowedOrigins: string[];
  authSecret: string | undefined;
  hostIdentity: HostIdentity | null;
  /** Undefined: as the terminal suggests. */
  logLevel: string | undefined;
  trustProxy: TrustProxy;
  /** How many times the usual `rates` may be used. */
  rateFactor: number;
  /** Whether an empty database gets the demo cast, whose password everybody knows. */
  isSeeding: boolean;
}

/** @throws {StartError} naming the variable and what is wrong with it. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): ServerEnv {
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const { data: env, error } = Env.safeParse(Object.fromEntries(set));
  if (error) {
    const [issue] = error.issues;
    throw new StartError(`${String(issue?.path[0] ?? 'The environment')} ${issue?.message ?? 'is wrong'}.`);
  }
  if (env.REDIS_URL && !env.DATABASE_URL) {
    throw new StartError('DATABASE_URL must be set when REDIS_URL is: instances have to share a database.');
  }
  if (env.SERVER_WORKERS > 1 && !env.DATABASE_URL) {
    throw new StartError(
      'DATABASE_URL must be set when SERVER_WORKERS is more than 1: the embedded database serves one process.',
    );
  }
  if (env.DATABASE_URL && !env.AUTH_SECRET) {
    throw new StartError('AUTH_SECRET must be set when DATABASE_URL is: all instances have to share one.');
  }
  return {
    port: env.PORT,
    host: env.HOST,
    database: { url: env.DATABASE_URL, dataDir: resolve(env.DATA_DIR) },
    redisUrl: env.REDIS_URL,
    compressAboveBytes: env.COMPRESS_ABOVE_BYTES,
    workers: env.SERVER_WORKERS,
    metricsPort: env.METRICS_PORT,
    drainMs: (env.DRAIN_SECONDS ?? (env.REDIS_URL ? 5 : 0)) * 1_000,
    allowedOrigins: env.ALLOWED_ORIGINS,
    authSecret: env.AUTH_SECRET,
    hostIdentity: hostIdentity(env),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    rateFactor: env.RATE_FACTOR,
    isSeeding: env.SEED ?? !(env.DATABASE_URL || env.JWKS_URL),
  };
}

function hostIdentity(env: z.infer<typeof Env>): HostIdentity | null {
  const { JWKS_URL: jwksUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = env;
  if (!jwksUrl) return null;
  if (!issuer || !audience) throw new StartError('JWT_ISSUER and JWT_AUDIENCE must be set when JWKS_URL is.');
  return { jwksUrl, issuer, audience, claims: env.JWT_CLAIMS, roles: env.JWT_ROLES };
}
