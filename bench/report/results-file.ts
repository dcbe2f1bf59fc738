import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const directory = join(import.meta.dirname, '../results');

/** Keeps a file of one run. Returns where. */
export async function writeResult(run: string, takenAt: string, ext: string, text: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `${run}-${takenAt.replaceAll(':', '-')}.${ext}`);
  await writeFile(path, text);
  return path;
}
