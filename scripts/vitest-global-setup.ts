import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** One database server for the whole run, and Redis's program for those who start one; none where nobody could use it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const dirs = project.vitest.projects.map(({ config }) => config.root);
  if (dirs.some((dir) => mentions(dir, '@vibe/realtime'))) {
    const { ensureRedis } = await import('../packages/realtime/src/testing/ensure-redis.ts');
    ensureRedis();
  }
  if (!dirs.some((dir) => mentions(dir, '@vibe/db'))) return undefined;
  const database = await import('../packages/db/src/testing/global-setup.ts');
  return database.default(project);
}

/** Whether its manifest names that package, be it as its own name. */
function mentions(dir: string, name: string): boolean {
  const manifest = join(dir, 'package.json');
  return existsSync(manifest) && readFileSync(manifest, 'utf8').includes(`"${name}"`);
}
