import type { FaultName } from './faults/all-faults.ts';

/** What a run is made of, as far as it can be made smaller. */
export interface Size {
  faults: readonly FaultName[];
  people: number;
  minutes: number;
}

/** Runs differ in what only chance decides: what does not show at once may show at the second try. */
const triesEach = 2;
const fewestPeople = 4;
const leastMinutes = 0.5;

/**
 * The smallest run found in which it still shows: fewer faults first, then fewer people, then less time.
 * @param shows Makes a run.
 */
export async function shrink(size: Size, shows: (size: Size) => Promise<boolean>): Promise<Size> {
  for (const smaller of smallerThan(size)) {
    for (let left = triesEach; left > 0; left -= 1) {
      if (await shows(smaller)) return shrink(smaller, shows);
    }
  }
  return size;
}

function smallerThan({ faults, people, minutes }: Size): Size[] {
  const half = Math.ceil(faults.length / 2);
  const fewer = faults.length > 1 ? [faults.slice(0, half), faults.slice(half)] : [];
  return [
    ...fewer.map((some) => ({ faults: some, people, minutes })),
    ...(people > fewestPeople
      ? [{ faults, minutes, people: Math.max(fewestPeople, Math.floor(people / 2)) }]
      : []),
    ...(minutes > leastMinutes ? [{ faults, people, minutes: Math.max(leastMinutes, minutes / 2) }] : []),
  ];
}
