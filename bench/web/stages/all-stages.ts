import type { World } from '../world/start-world.ts';
import type { Taken } from './figure.ts';
import { measureFirstRead } from './first-read.ts';
import { measurePrepending } from './prepending.ts';
import { measureResponding } from './responding.ts';
import { measureScrolling } from './scrolling.ts';

export type Stage = (world: World, rounds: number) => Promise<Taken[]>;

/** What is measured, in this order: each stage has its own pages, and leaves none behind. */
export const stages: Readonly<Record<string, Stage>> = {
  'first-read': measureFirstRead,
  responding: measureResponding,
  prepending: measurePrepending,
  scrolling: measureScrolling,
};
