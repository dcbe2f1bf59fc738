import type { Fault } from './fault.ts';
import { someLines } from './some-lines.ts';

/** Half-open: both ends of some people's connections take them for good, and nothing gets across. */
export const freezeLines: Fault = {
  hits: 'lines',
  longestS: 45,
  begin(scene) {
    const { what, lines } = someLines(scene);
    for (const line of lines) line.freeze();
    return {
      what,
      end() {
        for (const line of lines) line.thaw();
      },
    };
  },
};
