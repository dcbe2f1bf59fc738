import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A file of the built page; null where there is none. `/` is its index. */
export async function pageFile(
  directory: string,
  path: string,
): Promise<{ type: string; content: Buffer } | null> {
  const file = join(directory, normalize(path === '/' ? '/index.html' : path));
  const type = types[extname(file)];
  if (!type || !file.startsWith(directory)) return null;
  const content = await readFile(file).catch(() => null);
  return content && { type, content };
}
