import { expect, test } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { MigrationError } from '../src/migrations/migration-error.ts';
import { createTestDatabase } from '../src/testing/index.ts';
import { migrationsOf, writeMigration } from './fixtures/migrations.ts';
import { query } from './fixtures/query.ts';

const engines = ['pglite', 'postgres'] as const;

const twoMigrations = {
  '20990101000000_answer': `
    CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 42; END $$;
    CREATE TYPE mood AS ENUM ('good');`,
  '20990101000001_mood': `ALTER TYPE mood ADD VALUE 'better'; CREATE TABLE day (mood mood);`,
};
const names = Object.keys(twoMigrations);

test.for(engines)('applies each migration once, the oldest first, on %s', async (engine) => {
  await using database = await createTestDatabase(engine);
  await using migrations = await migrationsOf(twoMigrations);

  expect(await migrate(database, migrations.path)).toEqual(names);
  expect(await migrate(database, migrations.path)).toEqual([]);

  expect(await query(database, 'SELECT answer()')).toEqual([{ answer: 42 }]);
  expect(await query(database, 'SELECT enum_range(NULL::mood)::text AS moods')).toEqual([
    { moods: '{good,better}' },
  ]);
});

test.for(engines)('keeps its records as Prisma does, on %s', async (engine) => {
  await using database = await createTestDatabase(engine);
  await using migrations = await migrationsOf(twoMigrations);
  await migrate(database, migrations.path);

  const records = await query(
    database,
    `SELECT migration_name, finished_at IS NOT NULL AS finished, rolled_back_at, applied_steps_count, length(checksum)
     FROM _prisma_migrations WHERE migration_name = ANY ($1) ORDER BY started_at`,
    [names],
  );

  const rest = { finished: true, rolled_back_at: null, applied_steps_count: 1, length: 64 };
  expect(records).toEqual(names.map((migration_name) => ({ migration_name, ...rest })));
});

test.for(engines)(
  'a failed migration is named, leaves nothing behind and can be mended, on %s',
  async (engine) => {
    await using database = await createTestDatabase(engine);
    const bad = '20990101000002_bad';
    await using migrations = await migrationsOf({
      ...twoMigrations,
      [bad]: 'CREATE TABLE half (); SELECT 1/0;',
    });

    const failure = await migrate(database, migrations.path).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(MigrationError);
    expect(failure).toMatchObject({ migration: bad, message: expect.stringContaining('division by zero') });
    expect(await query(database, `SELECT to_regclass('half') AS half, to_regclass('day') AS day`)).toEqual([
      { half: null, day: 'day' },
    ]);
    await writeMigration(migrations.path, bad, 'CREATE TABLE half ();');
    expect(await migrate(database, migrations.path)).toEqual([bad]);
  },
);

test.for(engines)(
  'instances that start at once apply each migration once between them, on %s',
  async (engine) => {
    await using database = await createTestDatabase(engine);
    await using migrations = await migrationsOf(twoMigrations);

    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database, migrations.path)));

    expect(applied.flat().toSorted()).toEqual(names);
  },
);

test('a version that is older than the database starts on it', async () => {
  await using database = await createTestDatabase('postgres');
  await using none = await migrationsOf({});
  expect(await query(database, 'SELECT 1 FROM _prisma_migrations LIMIT 1')).toHaveLength(1);

  expect(await migrate(database, none.path)).toEqual([]);
});
