import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openScratchDatabase } from '../src/embedded/open-scratch-database.ts';
import { createMigration } from '../src/migrations/create-migration.ts';
import { migrationsDirectory, schemaPath } from '../src/migrations/migrations-directory.ts';
import { dataDirectory } from './fixtures/data-directory.ts';

test('the migrations lead to what schema.prisma says, and a new model needs one more', async () => {
  await using scratch = await openScratchDatabase();
  await using directory = await dataDirectory();
  const migrations = join(directory.path, 'migrations');
  const schema = join(directory.path, 'schema.prisma');
  await cp(migrationsDirectory, migrations, { recursive: true });
  await cp(schemaPath, schema);

  const drift = await createMigration('drift', scratch, { migrations, schema });
  expect(drift && (await readFile(drift, 'utf8'))).toBeUndefined();

  await writeFile(schema, `${await readFile(schema, 'utf8')}\nmodel Probe {\n  id Int @id\n}\n`);
  const path = await createMigration('add_probe', scratch, { migrations, schema });

  expect(path).toMatch(/\d{14}_add_probe\/migration\.sql$/);
  expect(await readFile(path ?? '', 'utf8')).toContain('CREATE TABLE "Probe"');
  expect(await createMigration('drift', scratch, { migrations, schema })).toBeUndefined();
});
