import { manyGroups } from './many-groups.ts';
import type { Pace } from './pace.ts';
import type { Workload } from './workload.ts';

/** What is measured, in this order: name, and what it consists of at a pace. */
export const workloads: Readonly<Record<string, (pace: Pace) => Workload[]>> = {
  'many-groups': manyGroups,
};
