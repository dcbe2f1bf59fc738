import type { TestProject } from 'vitest/node';
import { makePgliteTemplate } from './pglite-template.ts';
import { dropDatabase, makePostgresTemplate } from './postgres-template.ts';
import { startPostgres } from './start-postgres.ts';

/** For Vitest's `globalSetup`: starts Postgres and prepares both templates, once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using started = new AsyncDisposableStack();
  const preparing = makePgliteTemplate();
  const server = started.use(await startPostgres());
  const postgresTemplate = await makePostgresTemplate(server.url);
  started.defer(() => dropDatabase(postgresTemplate));
  project.provide('postgresTemplate', postgresTemplate);
  project.provide('pgliteTemplate', await preparing);
  const held = started.move();
  return () => held.disposeAsync();
}
