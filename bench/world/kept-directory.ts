import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const migrations = join(import.meta.dirname, '../../prisma/migrations');

/** Where something is kept between runs. Another recipe (the files that make it) or another schema makes another one. */
export function keptDirectory(name: string, recipe: readonly string[]): string {
  const version = createHash('sha256').update(readdirSync(migrations).sort().join());
  for (const file of recipe) version.update(readFileSync(file));
  return join(tmpdir(), `vibe-bench-${name}-${version.digest('hex').slice(0, 12)}`);
}
