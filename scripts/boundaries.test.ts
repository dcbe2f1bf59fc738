import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The checker reads TypeScript through another version of the compiler than ours, and where that fails it finds no
 * imports and says that all is well. So forbidden imports are planted in a copy of the workspace's shape.
 */
const packages = ['api', 'chat', 'client', 'contract', 'db', 'react', 'realtime', 'ws-adapter'];
const apps = ['bot', 'embed', 'importer', 'server', 'web'];
const fromRegistry = ['@prisma/client', '@trpc/client', '@trpc/server', 'fastify', 'pg', 'react', 'ws'];

type Planted = { from: string; code: string; breaks: string[] };

const value = (name: string) => `import { x } from '${name}';\nexport const y = x;\n`;
const type = (name: string) => `import type { X } from '${name}';\nexport type Y = X;\n`;

const planted: Planted[] = [
  { from: 'packages/chat/src/allowed.ts', code: value('@vibe/contract'), breaks: [] },
  { from: 'packages/contract/src/up.ts', code: value('@vibe/chat'), breaks: ['contract-layer'] },
  { from: 'packages/contract/src/up-type.ts', code: type('@vibe/chat'), breaks: ['contract-layer'] },
  { from: 'packages/chat/src/sideways.ts', code: value('@vibe/db'), breaks: ['chat-layer'] },
  {
    from: 'packages/chat/src/unlinked.ts',
    code: value('@vibe/ws-adapter'),
    breaks: ['chat-layer', 'resolvable'],
  },
  { from: 'packages/chat/src/framework.ts', code: value('fastify'), breaks: ['chat-knows-no-framework'] },
  { from: 'packages/chat/src/lost.ts', code: value('./nowhere.ts'), breaks: ['resolvable'] },
  { from: 'packages/db/src/sideways.ts', code: value('@vibe/realtime'), breaks: ['db-layer'] },
  { from: 'packages/db/src/allowed.ts', code: value('@prisma/client'), breaks: [] },
  { from: 'packages/realtime/src/sideways.ts', code: type('@vibe/api'), breaks: ['realtime-layer'] },
  { from: 'packages/api/src/sideways.ts', code: value('@vibe/db'), breaks: ['api-layer'] },
  { from: 'packages/api/src/database.ts', code: value('pg'), breaks: ['only-db-knows-the-database'] },
  { from: 'packages/client/src/value.ts', code: value('@vibe/api'), breaks: ['client-layer-types-only'] },
  {
    from: 'packages/client/src/mixed.ts',
    code: value('@vibe/api').replace('x }', 'x, type X }'),
    breaks: ['client-layer-types-only'],
  },
  {
    from: 'packages/client/src/both.ts',
    code: type('@vibe/api') + value('@vibe/api'),
    breaks: ['client-layer-types-only'],
  },
  {
    from: 'packages/client/src/later.ts',
    code: `export const y = import('@vibe/api');`,
    breaks: ['client-layer-types-only'],
  },
  {
    from: 'packages/client/src/passed-on.ts',
    code: `export * from '@vibe/api';`,
    breaks: ['client-layer-types-only'],
  },
  { from: 'packages/client/src/allowed.ts', code: type('@vibe/api'), breaks: [] },
  { from: 'packages/client/src/node.ts', code: value('node:fs'), breaks: ['no-node-in-browser-code'] },
  { from: 'packages/react/src/value.ts', code: value('@vibe/api'), breaks: ['react-layer-types-only'] },
  {
    from: 'packages/react/src/around.ts',
    code: value('@trpc/client'),
    breaks: ['the-server-is-reached-through-client'],
  },
  { from: 'packages/react/src/rules.tsx', code: value('@vibe/chat'), breaks: ['react-layer'] },
  {
    from: 'packages/ws-adapter/src/chat.ts',
    code: type('@vibe/contract'),
    breaks: ['ws-adapter-knows-trpc-and-ws', 'ws-adapter-layer'],
  },
  {
    from: 'packages/ws-adapter/src/other.ts',
    code: value('fastify'),
    breaks: ['ws-adapter-knows-trpc-and-ws'],
  },
  {
    from: 'packages/ws-adapter/src/allowed.ts',
    code: value('ws') + value('node:http').replaceAll(/\b[xy]\b/g, '$&2'),
    breaks: [],
  },
  {
    from: 'packages/api/src/app.ts',
    code: value('@vibe/server'),
    breaks: ['api-layer', 'packages-not-to-apps'],
  },
  {
    from: 'apps/web/src/around.ts',
    code: value('@trpc/client'),
    breaks: ['the-server-is-reached-through-client'],
  },
  { from: 'apps/embed/src/client.ts', code: value('@vibe/client'), breaks: ['embed-layer'] },
  { from: 'apps/embed/src/node.ts', code: value('node:fs'), breaks: ['no-node-in-browser-code'] },
  {
    from: 'apps/embed/src/key.ts',
    code: value('./server/key.ts'),
    breaks: ['pages-not-to-their-servers'],
  },
  { from: 'apps/embed/src/server/key.ts', code: value('node:crypto'), breaks: [] },
  { from: 'apps/web/src/value.ts', code: value('@vibe/db'), breaks: ['web-layer'] },
  { from: 'apps/bot/src/type.ts', code: type('@vibe/api'), breaks: ['bot-layer'] },
  { from: 'apps/server/src/client.ts', code: value('@vibe/client'), breaks: ['server-layer'] },
  { from: 'apps/server/src/allowed.ts', code: value('@vibe/db'), breaks: [] },
  { from: 'apps/server/src/tool.ts', code: value('@vibe/db/testing'), breaks: ['no-tests-in-production'] },
  { from: 'apps/server/test/tool.test.ts', code: value('@vibe/db/testing'), breaks: [] },
  { from: 'apps/server/test/client.test.ts', code: value('@vibe/client'), breaks: [] },
  { from: 'apps/importer/src/router.ts', code: value('@vibe/api'), breaks: ['importer-layer'] },
  {
    from: 'apps/importer/src/back-door.ts',
    code: value('../../../packages/db/src/index.ts'),
    breaks: ['by-the-front-door'],
  },
  { from: 'packages/chat/src/loop-a.ts', code: value('./loop-b.ts'), breaks: ['no-cycle'] },
  // A cycle is reported once, where it was first entered.
  { from: 'packages/chat/src/loop-b.ts', code: value('./loop-a.ts'), breaks: [] },
];

const root = join(import.meta.dirname, '..');
const depcruise = join(root, 'node_modules/.bin/depcruise');
const copy = mkdtempSync(join(tmpdir(), 'boundaries-'));
let broken: Map<string, string[]>;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

function writePackage(dir: string, name: string): void {
  const exports = { '.': './src/index.ts', './testing': './src/testing/index.ts' };
  write(`${dir}/package.json`, JSON.stringify({ name: `@vibe/${name}`, type: 'module', exports }));
  write(`${dir}/src/index.ts`, 'export const x = 1;\nexport type X = 1;\n');
  write(`${dir}/src/testing/index.ts`, 'export const x = 1;\n');
  if (name === 'ws-adapter') return;
  mkdirSync(join(copy, 'node_modules/@vibe'), { recursive: true });
  symlinkSync(join(copy, dir), join(copy, 'node_modules/@vibe', name));
}

function writeFromRegistry(name: string): void {
  write(
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, type: 'module', exports: './dist/index.js' }),
  );
  write(`node_modules/${name}/dist/index.js`, 'export const x = 1;\n');
}

beforeAll(() => {
  cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  cpSync(join(root, 'packages/config/tsconfig.json'), join(copy, 'packages/config/tsconfig.json'));
  for (const name of packages) writePackage(`packages/${name}`, name);
  for (const name of apps) writePackage(`apps/${name}`, name);
  for (const name of fromRegistry) writeFromRegistry(name);
  write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(fromRegistry.map((name) => [name, '*'])) }),
  );
  for (const { from, code } of planted) write(from, code);
  broken = violationsByFile();
});

afterAll(() => rmSync(copy, { recursive: true }));

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };

function violationsByFile(): Map<string, string[]> {
  const config = join(root, '.dependency-cruiser.cjs');
  const json = execFileSync(depcruise, ['--config', config, '--output-type', 'json', 'packages', 'apps'], {
    cwd: copy,
    encoding: 'utf8',
  });
  const { summary }: Report = JSON.parse(json);
  const byFile = Map.groupBy(summary.violations, (violation) => violation.from);
  return new Map([...byFile].map(([file, found]) => [file, found.map(({ rule }) => rule.name).sort()]));
}

test.each(planted)('$from breaks $breaks', ({ from, breaks }) => {
  expect(broken.get(from) ?? []).toEqual(breaks);
});
