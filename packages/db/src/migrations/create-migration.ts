import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { openMigrationSession } from './migration-session.ts';
import { migrationsDirectory, schemaPath } from './migrations-directory.ts';
import { readMigrations } from './read-migrations.ts';

/**
 * Writes the migration that leads from the migrations at hand to what schema.prisma says, and returns its path;
 * undefined if they agree already. It is a draft to be read: what Prisma's schema cannot say (triggers, functions,
 * partial indexes) it does not know, and data it does not move.
 *
 * @param scratch an empty database, on which the migrations so far are tried. It stays empty.
 */
export async function createMigration(
  name: string,
  scratch: Database,
  paths = { migrations: migrationsDirectory, schema: schemaPath },
): Promise<string | undefined> {
  const sql = await differences(scratch, paths);
  if (!sql) return undefined;
  const directory = join(paths.migrations, `${timestamp(new Date())}_${name}`);
  await mkdir(directory, { recursive: true });
  const path = join(directory, 'migration.sql');
  await writeFile(path, sql);
  return path;
}

async function differences(
  scratch: Database,
  paths: { migrations: string; schema: string },
): Promise<string | undefined> {
  const migrations = await readMigrations(paths.migrations);
  const schema = { path: paths.schema, content: await readFile(paths.schema, 'utf8') };
  await using session = await openMigrationSession(scratch.connection);
  const { exitCode, stdout } = await session.tentatively((engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 || stdout === null ? undefined : stdout;
}

/** As Prisma names its directories: the second in UTC, so that they sort in the order of their making. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14);
}
