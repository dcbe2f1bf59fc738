import type { Fault } from './fault.ts';
import { someHouse } from './some-house.ts';

/** Some people's clients stand still for long, as a laptop that sleeps, while their sockets stay open. */
export const pausePeople: Fault = {
  hits: 'house',
  longestS: 50,
  begin(scene) {
    const { what, house } = someHouse(scene);
    house.pause();
    return { what, end: house.resume };
  },
};
