import type { ClosedPlay } from '../load/job.ts';
import type { Shape } from '../world/shape.ts';
import type { Pace } from './pace.ts';

export const fortyGroups: Shape = { people: 400, groupSize: 10, groupsPerPerson: 1 };

/** 64 sends under way, each of which takes its place until everyone in its group has it. */
export const wholePath = ({ warmUpMs, measureMs }: Pace): ClosedPlay => ({
  kind: 'closed',
  inFlight: 64,
  isDelivered: true,
  pauseMs: 0,
  warmUpMs,
  measureMs,
});
