import { migrate, openDatabase } from '@vibe/db';
import { type PostgresServer, startPostgres } from '@vibe/db/testing';
import { type RedisServer, startRedis } from '@vibe/realtime/testing';
import pg from 'pg';
import { populate } from './populate.ts';
import { inhabitantsOf, type Shape } from './shape.ts';

/** A database that nobody else uses. For `await using`. */
export interface OwnDatabase extends AsyncDisposable {
  url: string;
}

/** What all servers of a run share: one Postgres whose commits reach the disk, and one Redis for those who want it. */
export interface Deployment extends AsyncDisposable {
  postgresVersion: string;
  /** Where our server leaves profiles of what its processor did; null: nowhere. */
  profileDirectory: string | null;
  /** An empty one, for the references. */
  emptyDatabase(): Promise<OwnDatabase>;
  /** Ours, with people and groups in it. */
  populatedDatabase(shape: Shape): Promise<OwnDatabase>;
  redis(): Promise<RedisServer>;
}

/**
 * Memory as on any machine that is bought for a database, and checkpoints seldom enough not to fall into one side's
 * measurement and not into the other's. Durability is as it is by default: on.
 */
const settings = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  shared_preload_libraries: 'pg_stat_statements',
  // Counting costs: whoever counts switches it on.
  'pg_stat_statements.track': 'none',
};

export async function startDeployment(profileDirectory: string | null): Promise<Deployment> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startPostgres({ durable: true, isOwn: true }));
  await configure(postgres);

  let count = 0;
  let redis: RedisServer | null = null;
  const templates = new Map<string, Promise<OwnDatabase>>();
  const create = async (template?: string): Promise<OwnDatabase> => {
    count += 1;
    const name = `bench_${count}`;
    await run(
      postgres.url,
      `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`,
    );
    const url = withDatabase(postgres.url, name);
    return {
      url,
      [Symbol.asyncDispose]: () => run(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`),
    };
  };
  const templateOf = async (shape: Shape): Promise<OwnDatabase> => {
    const database = await create();
    await using opened = await openDatabase({ url: database.url, dataDir: '' });
    await migrate(opened);
    await inDatabase(database.url, (client) => populate(client, inhabitantsOf(shape)));
    return database;
  };
  const held = started.move();
  return {
    postgresVersion: await versionOf(postgres.url),
    profileDirectory,
    emptyDatabase: () => create(),
    async populatedDatabase(shape) {
      const key = JSON.stringify(shape);
      const template = templates.get(key) ?? templateOf(shape);
      templates.set(key, template);
      return create(new URL((await template).url).pathname.slice(1));
    },
    async redis() {
      redis ??= held.use(await startRedis());
      return redis;
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** Some of it is read at the start only. */
async function configure(postgres: PostgresServer): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await run(postgres.url, `ALTER SYSTEM SET ${name} = '${value}'`);
  }
  await postgres.stop('fast');
  await postgres.start();
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const run = (url: string, statement: string): Promise<void> =>
  inDatabase(url, async (client) => void (await client.query(statement)));

const versionOf = (url: string): Promise<string> =>
  inDatabase(url, async (client) => {
    const { rows } = await client.query('SHOW server_version');
    return String(rows[0]?.server_version);
  });

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
