import { expect, test } from 'vitest';
import { groupsIn, inhabitantsOf } from '../../world/shape.ts';

test.each([
  { people: 400, groupSize: 10, groupsPerPerson: 1 },
  { people: 5_000, groupSize: 10, groupsPerPerson: 5 },
  { people: 200, groupSize: 200, groupsPerPerson: 1 },
  { people: 550, groupSize: 11, groupsPerPerson: 1 },
])('%j: every group is full, and nobody is in one twice', (shape) => {
  const sizes = new Map<number, number>();
  for (const { conversationIds } of inhabitantsOf(shape)) {
    expect(new Set(conversationIds).size).toBe(shape.groupsPerPerson);
    for (const id of conversationIds) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  expect(sizes.size).toBe(groupsIn(shape));
  expect(new Set(sizes.values())).toEqual(new Set([shape.groupSize]));
  expect(Math.min(...sizes.keys())).toBe(1);
  expect(Math.max(...sizes.keys())).toBe(groupsIn(shape));
});

test('what does not come out even is refused', () => {
  expect(() => inhabitantsOf({ people: 15, groupSize: 10, groupsPerPerson: 1 })).toThrow('no such shape');
});
