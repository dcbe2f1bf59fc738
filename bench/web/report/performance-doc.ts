import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../../docs/performance.md');
const begin = '<!-- bench:web -->';
const end = '<!-- /bench:web -->';

/** The text with what stands between the marks replaced. @throws if the marks are not there */
export function withFigures(text: string, figures: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${begin} … ${end}`);
  return `${text.slice(0, from)}${begin}\n\n${figures}\n\n${text.slice(to)}`;
}

export async function writeFigures(figures: string): Promise<void> {
  await writeFile(file, withFigures(await readFile(file, 'utf8'), figures));
}
