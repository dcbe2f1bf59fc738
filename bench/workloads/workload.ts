import type { Values } from '../load/job.ts';
import type { Deployment } from '../world/deployment.ts';

/** What a figure is held against: a side of the same workload, or (null) a number alone. */
export interface Target {
  beside: string | null;
  /** Ours, divided by the reference's; without a reference, ours. With neither limit, it is there to be seen. */
  atLeast?: number;
  atMost?: number;
}

export interface Figure {
  name: string;
  unit: string;
  /** Which of the values of a round it is. */
  value: string;
  targets: readonly Target[];
}

/** One round on one side: a server is started, measured, and stopped. @throws when a delivery was wrong */
export type Round = (deployment: Deployment) => Promise<Values>;

export interface Side {
  name: string;
  /** About how long a round takes. */
  seconds: number;
  measure: Round;
}

/** Something that is measured on all sides by turns. */
export interface Workload {
  name: string;
  /** What it is, in a few words, for the table. */
  title: string;
  rounds: number;
  /** Ours comes first. */
  sides: readonly Side[];
  figures: readonly Figure[];
}

/** All values of all rounds, by side. */
export interface Taken {
  workload: Pick<Workload, 'name' | 'title' | 'figures'>;
  /** In the order of the rounds, which the sides share. */
  rounds: Record<string, Values[]>;
}
