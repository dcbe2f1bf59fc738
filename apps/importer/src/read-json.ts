import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ImportError } from './import-error.ts';

/**
 * Reads a JSON file that holds a list.
 *
 * @throws ImportError naming the file, the entry (from 1) and the field that is wrong
 */
export async function readJsonList<T>(path: string, entry: z.ZodType<T>): Promise<T[]> {
  const parsed = z.array(entry).safeParse(await readJson(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [index, ...field] = issue?.path ?? [];
  const where = typeof index === 'number' ? `, entry ${index + 1}, ${field.join('.') || 'the whole'}` : '';
  throw new ImportError(`${path}${where}: ${issue?.message ?? 'not what a Slack export has there'}`);
}

/** Like `readJsonList`; an empty list if there is no such file. */
export async function readOptionalJsonList<T>(path: string, entry: z.ZodType<T>): Promise<T[]> {
  try {
    return await readJsonList(path, entry);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ImportError(`${path} is not valid JSON: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
