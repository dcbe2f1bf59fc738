import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaywright, readTorture, readVitest } from './test-reports.ts';
import type { Results } from './test-summary.ts';
import { summarize } from './test-summary.ts';

/** `pnpm test`: every check, then every test. Its last line is the sum of all reports. */
const root = join(import.meta.dirname, '..');
const checks = ['//#format', '//#lint', '//#typecheck', '//#boundaries', '//#unused'];

// A report of an earlier run must not stand in for one that this run fails to write.
rmSync(join(root, 'reports'), { recursive: true, force: true });

const checked = turbo(checks, '--continue', '--output-logs=errors-only');
const runs = [
  run('vitest', '//#test:unit', readVitest),
  run('torture', '//#test:torture', readTorture),
  run('playwright', '//#test:e2e', readPlaywright),
];

const { line, problems, ok } = summarize(runs, checked ? [] : ['check']);
for (const problem of problems) console.error(problem);
process.exitCode = ok ? 0 : 1;
console.log(line);

function run(name: string, task: string, read: (report: unknown) => Results) {
  const exitedCleanly = turbo([task], '--output-logs=new-only');
  return { name, exitedCleanly, report: readReport(name), read };
}

function readReport(name: string): unknown {
  const file = join(root, 'reports', `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Whether all went well. The tasks and what they depend on are in turbo.json. */
function turbo(tasks: string[], ...flags: string[]): boolean {
  const { status } = spawnSync('turbo', ['run', ...tasks, ...flags], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
