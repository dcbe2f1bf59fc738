import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where what a run leaves is kept; it is not in git. */
export const resultsDirectory = join(import.meta.dirname, '../results');

/** Keeps a file of one run. Returns where. */
export async function writeResult(run: string, takenAt: string, ext: string, text: string): Promise<string> {
  await mkdir(resultsDirectory, { recursive: true });
  const path = join(resultsDirectory, `${run}-${takenAt.replaceAll(':', '-')}.${ext}`);
  await writeFile(path, text);
  return path;
}
