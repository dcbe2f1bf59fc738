import type { Fault } from './fault.ts';
import { someLines } from './some-lines.ts';

/** The connections of some people break between two bytes of something. */
export const cutInside: Fault = {
  hits: 'lines',
  longestS: 0,
  begin(scene) {
    const { what, lines } = someLines(scene);
    for (const line of lines) line.cutInside();
    return { what, end: () => {} };
  },
};
