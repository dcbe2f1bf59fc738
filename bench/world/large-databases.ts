import { globSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, openDatabase } from '@vibe/db';
import { makeLargeDataSet } from '@vibe/db/testing';
import { type BenchPostgres, type OwnDatabase, startBenchPostgres } from './bench-postgres.ts';
import { keptDirectory } from './kept-directory.ts';
import { removeOutdated } from './remove-outdated.ts';

const recipe = globSync(
  join(import.meta.dirname, '../../packages/db/src/testing/large-data-set/*.ts'),
).sort();

/** Above it a copy serves the whole run: to make one takes longer than a round, and a round adds a hundredth at most. */
const copiedForEachRound = 1_000_000;

/** Databases with years of chat in them, in a Postgres of their own, which keeps them between runs. */
export interface LargeDatabases extends AsyncDisposable {
  /** One with so many messages, as `makeLargeDataSet` leaves it. The first time ever it is made, which takes minutes for 10⁷. */
  copyOf(messages: number): Promise<OwnDatabase>;
}

export async function openLargeDatabases(): Promise<LargeDatabases> {
  const directory = keptDirectory('large', recipe);
  await removeOutdated(directory);
  await using opened = new AsyncDisposableStack();
  const postgres = opened.use(await startBenchPostgres(directory));
  await dropLeftovers(postgres);
  const ofTheRun = new Map<number, OwnDatabase>();
  const held = opened.move();
  return {
    async copyOf(messages) {
      const known = ofTheRun.get(messages);
      if (known) return known;
      const copy = await postgres.copyFiles(await keptDatabase(postgres, messages));
      if (messages <= copiedForEachRound) return copy;
      held.use(copy);
      const shared = { url: copy.url, [Symbol.asyncDispose]: async () => {} };
      ofTheRun.set(messages, shared);
      return shared;
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** Returns its name, which it has only when it is whole. */
async function keptDatabase(postgres: BenchPostgres, messages: number): Promise<string> {
  const name = `messages_${messages}`;
  const found = await postgres.run(`SELECT FROM pg_database WHERE datname = '${name}'`);
  if (found.length > 0) return name;
  console.log(`Making ${messages.toLocaleString('en')} messages; they are kept for the next run.`);
  await postgres.run('CREATE DATABASE unfinished');
  await fill(postgres.urlOf('unfinished'), messages);
  await postgres.run(`ALTER DATABASE unfinished RENAME TO ${name}`);
  return name;
}

async function fill(url: string, messages: number): Promise<void> {
  await using database = await openDatabase({ url, dataDir: '' });
  await migrate(database);
  await makeLargeDataSet(database, messages);
}

/** Of a run that was broken off. */
async function dropLeftovers(postgres: BenchPostgres): Promise<void> {
  const left = await postgres.run(
    `SELECT datname FROM pg_database WHERE datname LIKE 'bench\\_%' OR datname = 'unfinished'`,
  );
  for (const { datname } of left) await postgres.run(`DROP DATABASE ${datname} WITH (FORCE)`);
}
