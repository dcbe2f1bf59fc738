import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../migrate.ts';
import { migrationsDirectory } from '../migrations/migrations-directory.ts';
import { readMigrations } from '../migrations/read-migrations.ts';
import { openDatabase } from '../open-database.ts';

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/vibe', import.meta.url));

/** The path of a dump of a freshly migrated database. It is made once for each state of the migrations. */
export async function makePgliteTemplate(): Promise<string> {
  const path = join(cache, `pglite-${await fingerprint()}.tar`);
  if (existsSync(path)) return path;
  const workDir = await mkdtemp(join(tmpdir(), 'vibe-template-'));
  try {
    const dump = await dumpMigrated(workDir);
    await mkdir(cache, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, dump);
    await rename(unfinished, path);
  } finally {
    await rm(workDir, { recursive: true });
  }
  return path;
}

async function dumpMigrated(dataDir: string): Promise<Uint8Array> {
  {
    await using database = await openDatabase({ dataDir });
    await migrate(database);
  }
  await using pglite = await PGlite.create(join(dataDir, 'pg'));
  const dump = await pglite.dumpDataDir('none');
  return dump.bytes();
}

async function fingerprint(): Promise<string> {
  const pgliteManifest = join(
    createRequire(import.meta.url).resolve('@electric-sql/pglite'),
    '../../package.json',
  );
  const { migrationDirectories } = await readMigrations(migrationsDirectory);
  const hash = createHash('sha256').update(await readFile(pgliteManifest));
  return hash.update(JSON.stringify(migrationDirectories)).digest('hex').slice(0, 16);
}
