import type { Fault } from './fault.ts';
import { someHouse } from './some-house.ts';

const mostHours = 72;

/** Some people's clocks are set wrong, ahead or behind, and stay so. */
export const skewClocks: Fault = {
  hits: 'clock',
  longestS: 0,
  begin(scene) {
    const { what, house } = someHouse(scene);
    const hours = scene.random.between(-mostHours, mostHours);
    house.tell({ do: 'skew', ms: Math.round(hours * 3_600_000) });
    return { what: `${what}, by ${hours.toFixed(1)} h`, end: () => {} };
  },
};
