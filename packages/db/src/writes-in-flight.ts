import type { Database } from './database.ts';

/**
 * How many grouped writes of one kind a database of that kind is given at most. The embedded one has a single session. A server
 * has some connections, and what is left of them is for reads: decision 10.
 */
export const writesInFlight = ({ kind }: Pick<Database, 'kind'>): number => (kind === 'embedded' ? 1 : 3);
