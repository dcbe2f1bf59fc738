/**
 * By how many rows a list has to be scrolled on after its rows changed places, so that most of those that are seen stay where
 * they are. `first` and `last` are the indexes, before, of the rows that are seen.
 */
export function steadyShift(
  before: readonly number[],
  after: readonly number[],
  first: number,
  last: number,
): number {
  const places = new Map(after.map((id, index) => [id, index]));
  const counts = new Map<number, number>();
  for (const [offset, id] of before.slice(first, last + 1).entries()) {
    const place = places.get(id);
    if (place === undefined) continue;
    const shift = place - (first + offset);
    counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || Math.abs(a) - Math.abs(b));
  return best?.[0] ?? 0;
}
