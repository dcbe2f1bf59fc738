export interface SampleSize {
  atLeast: number;
  atMost: number;
  /** No further ones after that: one side may take a hundred times as long as the other. */
  withinMs: number;
}

export async function sample(size: SampleSize, take: (index: number) => Promise<number>): Promise<number[]> {
  const beganAt = performance.now();
  const taken: number[] = [];
  const isTime = (): boolean => performance.now() - beganAt < size.withinMs;
  while (taken.length < size.atLeast || (taken.length < size.atMost && isTime())) {
    taken.push(await take(taken.length));
  }
  return taken;
}
