import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../src/testing/index.ts';

test('a process that used Postgres keeps the exit code it was to end with', () => {
  const module = new URL('../src/testing/start-postgres.ts', import.meta.url).href;
  const script = `const { startPostgres } = await import('${module}');
    await using server = await startPostgres();
    process.exitCode = 3;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(status).toBe(3);
});

test('what is kept in a directory is there again at the next start', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'vibe-kept-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  // Postgres may be another user.
  await chmod(parent, 0o755);
  const run = async (statement: string) => {
    await using server = await startPostgres({ keptIn: join(parent, 'data') });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };
  await run('CREATE TABLE kept AS SELECT 7 AS n');
  expect(await run('SELECT n FROM kept')).toEqual([{ n: 7 }]);
});
