import type { Fault } from './fault.ts';

/**
 * Some people's clients are gone between a send and its ack, which nobody hears, and begin again with what the disk has. The
 * server has heard of some of these messages, and of others it has not.
 */
export const crashUnacked: Fault = {
  hits: 'ack',
  longestS: 0,
  begin({ world, houses, random }) {
    const numbers = random.some([...world.lines.keys()], 1 + random.below(4));
    for (const person of numbers) {
      const house = houses.find((each) => each.numbers.includes(person));
      world.lines[person]?.swallowNextSend(random.isLikely(0.5), () => house?.tell({ do: 'crash', person }));
    }
    return { what: `people ${numbers.join(' ')}`, end: () => {} };
  },
};
