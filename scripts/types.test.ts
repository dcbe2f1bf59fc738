import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '..');
// Whole compilations, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const consumers = ['apps/bot/src', 'apps/web/src', 'packages/client/src', 'packages/react/src'];

/** The files of consumers that stop compiling when the contract's file reads otherwise. */
function brokenBy(file: string, from: string, to: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    cpSync(join(root, 'packages/contract/src'), join(copy, 'src'), { recursive: true });
    symlinkSync(join(root, 'packages/contract/node_modules'), join(copy, 'node_modules'));
    const text = readFileSync(join(copy, 'src', file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    writeFileSync(join(copy, 'src', file), text.replaceAll(from, to));
    writeFileSync(
      join(copy, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'packages/config/tsconfig.json'),
        compilerOptions: {
          paths: { '@vibe/contract': [join(copy, 'src/index.ts')] },
          typeRoots: [join(root, 'node_modules/@types')],
          skipLibCheck: true,
        },
        include: consumers.map((folder) => join(root, folder)),
      }),
    );
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', copy, '--pretty', 'false'], {
      encoding: 'utf8',
      cwd: root,
    });
    const files = [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, path = '']) => path);
    return [...new Set(files)].filter((path) => consumers.some((folder) => path.startsWith(folder)));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test('consumers compile against the contract as it is', () => {
  expect(brokenBy('message.ts', 'content: Content', 'content: Content')).toEqual([]);
});

test("a changed input fails its callers' compile", () => {
  const broken = brokenBy('message.ts', 'clientId: ClientId', 'sendId: ClientId');
  expect(broken).toContain('apps/bot/src/bot.ts');
  expect(broken).toContain('packages/client/src/outbox/perform.ts');
});

test("a changed event fails its consumers' compile", () => {
  const broken = brokenBy('events.ts', "type: 'receipt.advanced'", "type: 'receipt.moved'");
  expect(broken).toContain('packages/client/src/folds/fold-event.ts');
  const reshaped = brokenBy('events.ts', '  message: Message;', '  note: Message;');
  expect(reshaped).toContain('apps/bot/src/bot.ts');
});
