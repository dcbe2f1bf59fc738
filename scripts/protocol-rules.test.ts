import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('every rule of docs/protocol.md is cited by a test, and tests cite no other', () => {
  const rules = [...read('docs/protocol.md').matchAll(/\*\*(P\d+)\. /g)].map(([, rule]) => rule);
  const tests = globSync('{packages,apps,torture}/**/*.{test,spec}.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /node_modules|dist/.test(name),
  });
  const titles = tests.flatMap((file) => [
    ...read(file).matchAll(/(?:test|it|describe)\(\s*(['"`])(.*?)\1/g),
  ]);
  const cited = titles.flatMap(([, , title = '']) => title.match(/\bP\d+\b/g) ?? []);

  expect(rules).toHaveLength(new Set(rules).size);
  expect([...new Set(cited)].sort(byNumber)).toEqual(rules.sort(byNumber));
});

const byNumber = (a = '', b = '') => Number(a.slice(1)) - Number(b.slice(1));
