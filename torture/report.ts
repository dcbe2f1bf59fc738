import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkNames } from './oracle/all-checks.ts';
import type { Outcome } from './run.ts';

/** For whoever sums up all tests: each check is one, and fails where it found something. */
export function writeReport(path: string, { violations }: Outcome): void {
  const failed = new Set(violations.map(({ check }) => check));
  mkdirSync(dirname(path), { recursive: true });
  const checks = checkNames.map((name) => ({ name, isPassed: !failed.has(name) }));
  writeFileSync(path, JSON.stringify({ checks }));
}
