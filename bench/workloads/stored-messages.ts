import type { Pace } from './pace.ts';

/** How many messages the large data set has. A quick run does with one that is made in seconds. */
export const storedMessages = ({ isQuick }: Pace): number => (isQuick ? 1e5 : 1e7);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁷, as it is written in a table. For powers of ten; other numbers are written out. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (10 ** exponent !== value || exponent < 3) return value.toLocaleString('en');
  return `10${[...`${exponent}`].map((digit) => superscripts[Number(digit)]).join('')}`;
}
