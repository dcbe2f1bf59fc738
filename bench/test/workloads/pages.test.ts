import { expect, test } from 'vitest';
import { checkPage } from '../../load/plays/play-read.ts';
import { pagesAround } from '../../workloads/history.ts';
import { powerOfTen } from '../../workloads/stored-messages.ts';

test.each([10, 1e4, 1e6])(
  'pages at depth %d are asked for about there, and the same at every run',
  (depth) => {
    const depths = pagesAround(depth, 1_200_000).map((before) => 1_200_000 - before);
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(depth * 0.9);
    expect(Math.max(...depths)).toBeLessThanOrEqual(depth * 1.1);
    expect(new Set(depths).size).toBeGreaterThan(1);
    expect(pagesAround(depth, 1_200_000)).toEqual(pagesAround(depth, 1_200_000));
  },
);

test('an answer must be a whole page, with nothing on it twice', () => {
  const answer = (ids: number[]) =>
    Buffer.from(
      JSON.stringify({ id: 4, result: { type: 'data', data: { messages: ids.map((id) => ({ id })) } } }),
    );
  const page = { list: 'messages', rows: 3 };
  expect(() => checkPage(answer([1, 2, 3]), page)).not.toThrow();
  expect(() => checkPage(answer([1, 2]), page)).toThrow('2 rows and not 3');
  expect(() => checkPage(answer([1, 2, 2]), page)).toThrow('twice');
  expect(() => checkPage(answer([1, 2, 3]), { ...page, list: 'conversations' })).toThrow();
});

test('powers of ten are written as such', () => {
  expect([1e7, 1e4, 1e3, 10, 12_000].map(powerOfTen)).toEqual(['10⁷', '10⁴', '10³', '10', '12,000']);
});
