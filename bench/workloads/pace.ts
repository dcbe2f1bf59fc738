/** How long a run may take. */
export interface Pace {
  isQuick: boolean;
  rounds: number;
  /** Before a round counts: compilers have done their work by then. */
  warmUpMs: number;
  measureMs: number;
}

export const paceOf = (isQuick: boolean): Pace =>
  isQuick
    ? { isQuick, rounds: 3, warmUpMs: 1_000, measureMs: 1_500 }
    : { isQuick, rounds: 5, warmUpMs: 3_000, measureMs: 6_000 };

/** Of reads there are thousands in a window half as long. */
export const readWindow = ({ warmUpMs, measureMs }: Pace) => ({
  warmUpMs: warmUpMs / 2,
  measureMs: measureMs / 2,
});

/** What the table should say of a quick run. */
export const aboutQuick =
  'Taken with `--quick`: shorter rounds, without tRPC as documented, no fan-out to 1,000, 1,000 idle connections, no storm of ' +
  '2,000; history, conversation list and growth with 10⁵ stored messages in place of 10⁷.';
