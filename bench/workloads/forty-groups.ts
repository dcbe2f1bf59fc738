import type { Shape } from '../world/shape.ts';

export const fortyGroups: Shape = { people: 400, groupSize: 10, groupsPerPerson: 1 };
