import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const migrations = join(import.meta.dirname, '../../../prisma/migrations');
const recipe = ['conversations.ts', 'import-items.ts', 'message-text.ts', 'populate.ts'];

/** Where the world is kept between runs. Another recipe or another schema makes another one. */
export function worldDirectory(): string {
  const version = createHash('sha256').update(readdirSync(migrations).sort().join());
  for (const file of recipe) version.update(readFileSync(join(import.meta.dirname, file)));
  return join(tmpdir(), `vibe-bench-web-${version.digest('hex').slice(0, 12)}`);
}
