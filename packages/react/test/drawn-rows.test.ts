import { expect, test } from 'vitest';
import { drawMore, type RowKey } from '../src/message-list/drawn-rows.ts';

/** Twenty rows of 50 pixels, of which the screen shows the sixth to the fifteenth. */
const rows = Array.from({ length: 20 }, (_, index) => ({
  key: index,
  start: 50 * index,
  end: 50 * (index + 1),
}));
const screen = { top: 250, bottom: 750 };

test('rows are drawn a few at a time, those on the screen first, from its top on, until all are', () => {
  const frames: RowKey[][] = [];
  let drawn: ReadonlySet<RowKey> = new Set();
  for (;;) {
    const next = drawMore(drawn, rows, screen);
    if (next === 'all') break;
    frames.push([...next].filter((key) => !drawn.has(key)));
    drawn = next;
  }
  const onScreen = rows.slice(5, 15).map(({ key }) => key);
  expect(frames.flat().slice(0, onScreen.length)).toEqual(onScreen);
  expect(frames.flat().toSorted((one, other) => Number(one) - Number(other))).toEqual(
    rows.map(({ key }) => key),
  );
  expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThan(onScreen.length);
});
