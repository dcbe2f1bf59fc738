import type { Fault } from './fault.ts';

const restart = (how: 'fast' | 'immediate'): Fault => ({
  hits: 'postgres',
  longestS: 6,
  async begin({ world: { postgres } }) {
    await postgres.stop(how);
    return { what: 'Postgres', end: postgres.start };
  },
});

/** Postgres ends what is under way and closes; some time later it is back. */
export const restartPostgres = restart('fast');

/** Postgres ends as in a crash, and recovers when it is back. */
export const crashPostgres = restart('immediate');
