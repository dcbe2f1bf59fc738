import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config';
import { defineConfig, mergeConfig } from 'vitest/config';
import { patienceMs } from './scripts/patience.ts';

const root = import.meta.dirname;

const packages = ['packages', 'apps']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
  .concat(join(root, 'bench'), join(root, 'torture'))
  .filter((dir) => existsSync(join(dir, 'package.json')));

const include = ['test', 'src'].map((folder) => `${folder}/**/*.test.{ts,tsx}`);

/** A project is a directory; its own `vitest.config.ts`, if it has one, adds to what all share (a DOM, a plugin). */
async function project(dir: string, include: string[]): Promise<TestProjectInlineConfiguration> {
  const shared: ViteUserConfig = {
    root: dir,
    test: {
      name: basename(dir),
      include,
      setupFiles: [join(root, 'scripts/vitest-setup.ts')],
      testTimeout: 2 * patienceMs,
      hookTimeout: 120_000,
      expect: { poll: { timeout: patienceMs } },
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  };
  const file = join(dir, 'vitest.config.ts');
  if (!existsSync(file)) return shared;
  const own: { default: ViteUserConfig } = await import(pathToFileURL(file).href);
  return mergeConfig(shared, own.default);
}

export default defineConfig({
  test: {
    allowOnly: false,
    // Once for the whole run, not once for each project.
    globalSetup: ['scripts/vitest-global-setup.ts'],
    projects: await Promise.all([
      ...packages.map((dir) => project(dir, include)),
      project(join(root, 'scripts'), ['*.test.ts']),
    ]),
  },
});
