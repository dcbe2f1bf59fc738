import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { closureOf } from '../build/chunk-graph.ts';

/** JavaScript that has to arrive before the first conversation can be read. */
const budgetKb = 150;
/** The page itself, and the route that it loads for people who are signed in. */
const needed = ['index.html', 'src/chat-page/chat-page.tsx'];

const root = join(import.meta.dirname, '..');

type Manifest = Record<string, { file: string; imports?: string[] }>;

/** The built app, in a directory that is gone afterwards. */
async function build() {
  const out = await mkdtempDisposable(join(tmpdir(), 'vibe-bundle-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const flags = ['build', '--manifest', 'manifest.json', '--outDir', out.path, '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...flags], { cwd: root, env });
  const manifest: Manifest = JSON.parse(await readFile(join(out.path, 'manifest.json'), 'utf8'));
  const read = (file: string) => readFile(join(out.path, file), 'utf8');
  return { manifest, read, [Symbol.asyncDispose]: () => out.remove() };
}

test(`no more than ${budgetKb} kB of JavaScript, compressed, come before the first conversation`, async () => {
  await using built = await build();
  const chunks = closureOf(needed, (name) => built.manifest[name]);
  const sizes = await Promise.all(
    chunks.map(async ({ file }) => ({ file, kb: gzipSync(await built.read(file)).length / 1_000 })),
  );
  const largest = sizes
    .sort((a, b) => b.kb - a.kb)
    .map((chunk) => `${chunk.file}: ${chunk.kb.toFixed(1)} kB`);
  const total = sizes.reduce((sum, chunk) => sum + chunk.kb, 0);
  expect(total, `${total.toFixed(1)} kB of ${budgetKb}:\n${largest.join('\n')}`).toBeLessThanOrEqual(
    budgetKb,
  );

  const files = [...new Set(Object.values(built.manifest).map(({ file }) => file))].filter((file) =>
    file.endsWith('.js'),
  );
  const code = await Promise.all(files.map(built.read));
  expect(code.join('').match(/reconcilerVersion/g), 'React comes once').toHaveLength(1);
  const withZod = files.filter((_, index) => code[index]?.includes('ZodError'));
  expect(withZod, 'what the server validates with stays there').toEqual([]);
}, 60_000);
