import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Taken } from '../stages/figure.ts';
import type { Machine } from './machine.ts';

const directory = join(import.meta.dirname, '../../results');

/** Keeps every round's values. Returns where. */
export async function writeResults(machine: Machine, taken: readonly Taken[]): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `web-${machine.takenAt.replaceAll(':', '-')}.json`);
  await writeFile(path, JSON.stringify({ machine, taken }, null, 2));
  return path;
}
