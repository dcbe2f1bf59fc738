import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** One database server for the whole run, and none where no selected project could use it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!project.vitest.projects.some((each) => usesDatabase(each.config.root))) return undefined;
  const database = await import('../packages/db/src/testing/global-setup.ts');
  return database.default(project);
}

function usesDatabase(dir: string): boolean {
  const manifest = join(dir, 'package.json');
  return existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"@vibe/db"');
}
