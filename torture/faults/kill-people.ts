import type { Fault } from './fault.ts';
import { someHouse } from './some-house.ts';

/** Some people's clients are killed, whatever they do, and begin again with what the disk has. */
export const killPeople: Fault = {
  hits: 'house',
  longestS: 6,
  async begin(scene) {
    const { what, house } = someHouse(scene);
    await house.kill();
    return { what, end: house.start };
  },
};
