import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Removes what other recipes of the same thing have left beside that directory, gigabytes each; not what a server still uses. */
export async function removeOutdated(directory: string): Promise<void> {
  const parent = dirname(directory);
  const current = basename(directory);
  const family = current.slice(0, current.lastIndexOf('-') + 1);
  for (const name of await readdir(parent)) {
    const isOutdated = name.startsWith(family) && name !== current;
    if (!isOutdated || existsSync(join(parent, name, 'postmaster.pid'))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}
