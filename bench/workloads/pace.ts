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
    ? { isQuick, rounds: 3, warmUpMs: 1_500, measureMs: 2_000 }
    : { isQuick, rounds: 5, warmUpMs: 4_000, measureMs: 8_000 };
