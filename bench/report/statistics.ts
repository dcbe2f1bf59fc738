const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The smallest value that is not below `percent` of all of them. */
export function percentile(values: readonly number[], percent: number): number {
  const value = ascending(values)[Math.ceil((values.length * percent) / 100) - 1];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  if (around.length === 0) throw new Error('nothing was measured');
  return around.reduce((sum, value) => sum + value, 0) / around.length;
}
