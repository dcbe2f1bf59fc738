import { type PostgresServer, startPostgres } from '@vibe/db/testing';
import pg from 'pg';

/** A database that nobody else uses. For `await using`. */
export interface OwnDatabase extends AsyncDisposable {
  url: string;
}

/** A Postgres of the benchmarks' own, whose commits reach the disk. */
export interface BenchPostgres extends AsyncDisposable {
  version: string;
  /** An empty database, or a copy of another, to which nobody may be connected: through the log, which is quick for a small one. */
  create(template?: string): Promise<OwnDatabase>;
  /** A copy of a large one: of its files, between two checkpoints, after which pages are written to the log whole once more. */
  copyFiles(template: string): Promise<OwnDatabase>;
  /** Of the database with that name. */
  urlOf(name: string): string;
  /** In its `postgres` database. */
  run(statement: string): Promise<Record<string, unknown>[]>;
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

/** What is kept should be lean, and its log is kept, too. It is still more than a run writes. */
const keptSettings = { ...settings, max_wal_size: '2GB' };

/** @param keptIn a directory for what outlives it; without one nothing does. */
export async function startBenchPostgres(keptIn?: string): Promise<BenchPostgres> {
  await using started = new AsyncDisposableStack();
  const server = started.use(await startPostgres({ durable: true, isOwn: true, keptIn }));
  await configure(server, keptIn === undefined ? settings : keptSettings);
  const run = (statement: string) => runIn(server.url, statement);
  const urlOf = (name: string) => withDatabase(server.url, name);
  const [about] = await run(`SELECT current_setting('server_version') AS version`);

  let count = 0;
  const create = async (from: string): Promise<OwnDatabase> => {
    count += 1;
    const name = `bench_${count}`;
    await run(`CREATE DATABASE ${name} ${from}`);
    return {
      url: urlOf(name),
      [Symbol.asyncDispose]: async () => void (await run(`DROP DATABASE ${name} WITH (FORCE)`)),
    };
  };
  const held = started.move();
  return {
    version: String(about?.version),
    run,
    urlOf,
    create: (template = 'template1') => create(`TEMPLATE ${template}`),
    copyFiles: (template) => create(`TEMPLATE ${template} STRATEGY file_copy`),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** Some of it is read at the start only. */
async function configure(server: PostgresServer, wanted: typeof settings): Promise<void> {
  for (const [name, value] of Object.entries(wanted)) {
    await runIn(server.url, `ALTER SYSTEM SET ${name} = '${value}'`);
  }
  await server.stop('fast');
  await server.start();
}

export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const runIn = (url: string, statement: string): Promise<Record<string, unknown>[]> =>
  inDatabase(url, async (client) => (await client.query(statement)).rows);

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
