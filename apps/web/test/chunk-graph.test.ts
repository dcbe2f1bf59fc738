import { expect, test } from 'vitest';
import { type Chunk, closureOf } from '../build/chunk-graph.ts';

const chunks: Record<string, Chunk> = {
  entry: { file: 'entry.js', imports: ['shared'] },
  route: { file: 'route.js', imports: ['shared', 'part'] },
  part: { file: 'part.js', imports: ['route'] },
  shared: { file: 'shared.js' },
};

test('what is shared counts once, and a circle ends', () => {
  const files = closureOf(['entry', 'route'], (name) => chunks[name]).map(({ file }) => file);
  expect(files).toEqual(['entry.js', 'shared.js', 'route.js', 'part.js']);
});

test('a route that is not there is a fault of whoever asked for it', () => {
  expect(() => closureOf(['gone'], (name) => chunks[name])).toThrow('gone');
});
