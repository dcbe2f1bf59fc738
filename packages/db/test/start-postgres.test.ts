import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a process that used Postgres keeps the exit code it was to end with', () => {
  const module = new URL('../src/testing/start-postgres.ts', import.meta.url).href;
  const script = `const { startPostgres } = await import('${module}');
    await using server = await startPostgres();
    process.exitCode = 3;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(status).toBe(3);
});
