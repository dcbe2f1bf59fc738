import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Database } from './database.ts';
import { MigrationError } from './migrations/migration-error.ts';
import { type MigrationSession, openMigrationSession } from './migrations/migration-session.ts';
import { migrationsDirectory } from './migrations/migrations-directory.ts';
import { readMigrations } from './migrations/read-migrations.ts';

const filters = { externalTables: [], externalEnums: [] };

/**
 * Brings a database to the newest schema and returns the names of the migrations that this call applied, oldest first.
 * Each migration is one transaction, so a failed or killed one leaves nothing behind. Any number of instances may
 * call it at once; `prisma migrate deploy` keeps the same records and may be used instead.
 *
 * @throws {MigrationError} naming the migration that failed.
 */
export async function migrate(database: Database, directory = migrationsDirectory): Promise<string[]> {
  const migrations = await readMigrations(directory);
  await using session = await openMigrationSession(database.connection);
  const applied: string[] = [];
  for (const name of await pendingNames(session, migrations)) {
    applied.push(...(await applyUpTo(name, session, migrations)));
  }
  return applied;
}

async function pendingNames(session: MigrationSession, migrationsList: MigrationList): Promise<string[]> {
  const { history } = await session.tentatively((engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
  return history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
}

/** Applies one pending migration; none, where another instance was faster. */
async function applyUpTo(
  name: string,
  session: MigrationSession,
  migrations: MigrationList,
): Promise<string[]> {
  const migrationDirectories = migrations.migrationDirectories.filter(({ path }) => path <= name);
  const migrationsList = { ...migrations, migrationDirectories };
  try {
    const result = await session.exclusively((engine) => engine.applyMigrations({ migrationsList, filters }));
    return result.appliedMigrationNames;
  } catch (error) {
    throw new MigrationError(name, { cause: error });
  }
}
