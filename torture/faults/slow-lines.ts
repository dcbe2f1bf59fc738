import type { Fault } from './fault.ts';
import { someLines } from './some-lines.ts';

const longestDelayMs = 3_000;

/** Everything of some people's takes long, and comes in order. */
export const slowLines: Fault = {
  hits: 'weather',
  longestS: 30,
  begin(scene) {
    const { what, lines } = someLines(scene);
    const delayMs = scene.random.between(100, longestDelayMs);
    for (const { weather } of lines) weather.delayMs = delayMs;
    return {
      what: `${what}, by ${Math.round(delayMs)} ms`,
      end() {
        for (const { weather } of lines) weather.delayMs = 0;
      },
    };
  },
};
