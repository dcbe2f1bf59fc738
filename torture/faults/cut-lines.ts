import type { Fault } from './fault.ts';
import { someLines } from './some-lines.ts';

/** The connections of some people are reset. */
export const cutLines: Fault = {
  hits: 'lines',
  longestS: 0,
  begin(scene) {
    const { what, lines } = someLines(scene);
    for (const line of lines) line.cut();
    return { what, end: () => {} };
  },
};
