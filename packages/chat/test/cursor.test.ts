import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../src/cursor.ts';

const epoch = '7711296334920591774-00000001';

test('a cursor comes back as it was, and is short and safe in addresses', () => {
  for (const mark of [0n, 1n, 2n ** 63n - 1n]) {
    const cursor = encodeCursor(epoch, mark);
    expect(decodeCursor(cursor)).toEqual({ epoch, mark });
    expect(cursor).toMatch(/^[\w-]{1,100}$/);
  }
});

test('the longest epoch still fits where a stream takes cursors', () => {
  const longest = 'x'.repeat(100);
  expect(decodeCursor(encodeCursor(longest, 2n ** 63n - 1n))).toMatchObject({ epoch: longest });
});

test('what no store gave out is no cursor', () => {
  const valid = encodeCursor(epoch, 5n);
  const foreign = [
    '',
    '1',
    '1.',
    'null',
    valid.slice(1),
    `2${valid.slice(1)}`,
    `${valid}=`,
    `${valid} `,
    `${valid}\n`,
  ];
  const forged = [
    '.5',
    'epoch',
    'epoch.',
    'epoch.-1',
    'epoch.05',
    'epoch.1e3',
    `epoch.${2n ** 63n}`,
    'épo\u0000ch.1',
  ];
  const encode = (text: string) => `1${Buffer.from(text, 'latin1').toString('base64url')}`;
  expect(decodeCursor(encode('epoch.1'))).not.toBeNull();
  for (const text of [...foreign, ...forged.map(encode), '1'.repeat(100_000)]) {
    expect(decodeCursor(text)).toBeNull();
  }
});
