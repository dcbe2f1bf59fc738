import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Id = z.int().positive();
const Inhabitants = z.object({
  email: z.string(),
  password: z.string(),
  conversationIds: z.object({ huge: Id, first: Id, second: Id }),
});

/** Who reads in the world that was made, and in which conversations. */
export type Inhabitants = z.infer<typeof Inhabitants>;

const fileIn = (directory: string): string => join(directory, 'inhabitants.json');

/** Written last: without it the world was not finished. */
export const keepInhabitants = (directory: string, inhabitants: Inhabitants): Promise<void> =>
  writeFile(fileIn(directory), JSON.stringify(inhabitants));

/** Null where there is no world yet, or only a part of one. */
export async function readInhabitants(directory: string): Promise<Inhabitants | null> {
  const file = fileIn(directory);
  return existsSync(file) ? Inhabitants.parse(JSON.parse(await readFile(file, 'utf8'))) : null;
}
