import type { Figure, Taken, Target } from '../workloads/workload.ts';
import { median } from './statistics.ts';

/** A figure of ours beside one reference, or alone: what a line of the table says. */
export interface Judged {
  workload: string;
  title: string;
  figure: string;
  unit: string;
  target: Target;
  ours: number[];
  /** Null where the target is a number alone. */
  reference: number[] | null;
  /** By round: ours divided by what was measured in the same minutes; without a reference, ours. */
  ratios: number[];
  isMet: boolean;
}

export const judge = (taken: readonly Taken[]): Judged[] =>
  taken.flatMap((one) =>
    one.workload.figures.flatMap((figure) => figure.targets.map((target) => judgeOne(one, figure, target))),
  );

function judgeOne({ workload, rounds }: Taken, figure: Figure, target: Target): Judged {
  const [ourSide = ''] = Object.keys(rounds);
  const valuesOf = (side: string): number[] =>
    (rounds[side] ?? []).map((values) => values[figure.value] ?? Number.NaN);
  const ours = valuesOf(ourSide);
  const reference = target.beside === null ? null : valuesOf(target.beside);
  const ratios = ours.map((value, round) => value / (reference ? (reference[round] ?? Number.NaN) : 1));
  return {
    workload: workload.name,
    title: workload.title,
    figure: figure.name,
    unit: figure.unit,
    target,
    ours,
    reference,
    ratios,
    isMet: isMet(median(ratios), target),
  };
}

/** What was not measured meets nothing. */
const isMet = (ratio: number, { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Target): boolean =>
  ratio >= atLeast && ratio <= atMost;
