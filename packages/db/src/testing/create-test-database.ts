import type { Database } from '../database.ts';
import { openScratchDatabase } from '../embedded/open-scratch-database.ts';
import { copyPostgresTemplate, type PostgresTemplate } from './postgres-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pgliteTemplate: string;
    postgresTemplate: PostgresTemplate;
  }
}

/**
 * A migrated database that nobody else uses, for `await using`. For Vitest, whose run `global-setup.ts` must have
 * prepared. PGlite has one session: what is about concurrency needs `postgres`.
 */
export async function createTestDatabase(engine: 'pglite' | 'postgres'): Promise<Database> {
  // Importing it at the top would keep everything here from being used outside of Vitest.
  const { inject } = await import('vitest');
  return engine === 'pglite'
    ? openScratchDatabase(inject('pgliteTemplate'))
    : copyPostgresTemplate(inject('postgresTemplate'));
}
