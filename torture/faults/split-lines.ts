import type { Fault } from './fault.ts';
import { someLines } from './some-lines.ts';

/** Everything of some people's comes in small pieces, parted anywhere. */
export const splitLines: Fault = {
  hits: 'weather',
  longestS: 30,
  begin(scene) {
    const { what, lines } = someLines(scene);
    for (const { weather } of lines) weather.isSplit = true;
    return {
      what,
      end() {
        for (const { weather } of lines) weather.isSplit = false;
      },
    };
  },
};
