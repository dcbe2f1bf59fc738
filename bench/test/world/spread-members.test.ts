import { expect, test } from 'vitest';
import { spreadGroups } from '../../world/spread-members.ts';

test.each([5_000, 10_000, 100_000])(
  'of %d conversations, groups are taken from one end to the other',
  (conversations) => {
    const ids = spreadGroups(conversations, 400);
    expect(new Set(ids).size).toBe(400);
    expect(ids.every((id) => id % 2 === 1)).toBe(true);
    // The first is the giant.
    expect(Math.min(...ids)).toBeGreaterThan(1);
    expect(Math.max(...ids)).toBe(conversations - 1);
  },
);
