import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../docs/performance.md');

/** The text with what stands between the run's marks replaced. @throws if the marks are not there */
export function withFigures(text: string, run: string, figures: string): string {
  const begin = `<!-- bench:${run} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(`<!-- /bench:${run} -->`);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${begin} … <!-- /bench:${run} -->`);
  return `${text.slice(0, from)}${begin}\n\n${figures}\n\n${text.slice(to)}`;
}

export async function writeFigures(run: string, figures: string): Promise<void> {
  await writeFile(file, withFigures(await readFile(file, 'utf8'), run, figures));
}
