import type { Database } from './database.ts';

/** How many grouped writes of one kind a database of that kind is given at once. */
export const writesInFlight = ({ kind }: Pick<Database, 'kind'>): number => (kind === 'embedded' ? 1 : 2);
