import type { DurableEvent } from '@vibe/contract';
import type { StepKind } from './steps.ts';
import type { World } from './world.ts';

/** What happened, over all runs: a property that nothing tried holds of anything. */
export interface Tally {
  done: Map<StepKind, number>;
  received: Map<DurableEvent['type'], number>;
  /** Of steps taken at once: those that came too late. */
  refused: number;
}

export const newTally = (): Tally => ({ done: new Map(), received: new Map(), refused: 0 });

export const count = <K>(counts: Map<K, number>, key: K): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** After a run. */
export function countRun(tally: Tally, world: World): void {
  for (const { devices } of world.people)
    for (const { line } of devices) for (const { event } of line.received) count(tally.received, event.type);
}
