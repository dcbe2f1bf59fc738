import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptDirectory } from '../../world/kept-directory.ts';
import { removeOutdated } from '../../world/remove-outdated.ts';

const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'vibe-kept-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
};

test('another recipe makes another directory, the same recipe the same', async () => {
  const recipe = join(await scratch(), 'recipe.ts');
  await writeFile(recipe, 'flour');
  const first = keptDirectory('cake', [recipe]);
  expect(keptDirectory('cake', [recipe])).toBe(first);
  await writeFile(recipe, 'sugar');
  expect(keptDirectory('cake', [recipe])).not.toBe(first);
});

test('what other recipes left goes; what is in use, and what is something else, stays', async () => {
  const parent = await scratch();
  const at = (name: string) => join(parent, name);
  for (const name of ['cake-old', 'cake-used', 'cake-new', 'bread-old']) await mkdir(at(name));
  await writeFile(join(at('cake-used'), 'postmaster.pid'), '');
  await removeOutdated(at('cake-new'));
  expect(['cake-old', 'cake-used', 'cake-new', 'bread-old'].filter((name) => existsSync(at(name)))).toEqual([
    'cake-used',
    'cake-new',
    'bread-old',
  ]);
});
