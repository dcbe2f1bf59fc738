import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, tagCursor } from '../src/cursor.ts';

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
  const tagged = tagCursor(encodeCursor(longest, 2n ** 63n - 1n), 'z'.repeat(19));
  expect(tagged.length).toBeLessThanOrEqual(200);
  expect(decodeCursor(tagged)).toMatchObject({ epoch: longest });
});

test('a tag makes two cursors differ and means nothing; the next one takes its place', () => {
  const cursor = encodeCursor(epoch, 7n);
  const [one, other] = [tagCursor(cursor, '1'), tagCursor(tagCursor(cursor, '1'), '2')];
  expect(one).not.toBe(other);
  expect(other).toBe(`${cursor}.2`);
  for (const tagged of [one, other]) {
    expect(decodeCursor(tagged)).toEqual({ epoch, mark: 7n });
    expect(tagged).toMatch(/^[\w.-]{1,100}$/);
  }
});

test('a tag makes a cursor of nothing, and nothing too long', () => {
  for (const text of ['', '1', 'null', 'a.b', `${encodeCursor(epoch, 7n)}!`, '1'.repeat(200)]) {
    const tagged = tagCursor(text, 'abc');
    expect(decodeCursor(tagged)).toBeNull();
    expect(tagged.length).toBeLessThanOrEqual(200);
  }
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
    `${valid}.`,
    `${valid}.A`,
    `${valid}.1.2`,
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
