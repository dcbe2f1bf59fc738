import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a `redis-server`: the machine's, else Debian's, which is installed where that is allowed. */
export function ensureRedis(): string {
  const found = findRedis() ?? installFromDebian();
  if (!found) {
    throw new Error(
      'There is no redis-server here. Install Redis 7 or newer, so that `redis-server` is in the PATH.',
    );
  }
  return found;
}

function findRedis(): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, 'redis-server'));
  return places.find(isExecutable);
}

/** One at a time installs: turbo.json lets the browser come first. */
function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  if (run('apt-get', 'update')) run('apt-get', 'install', '--yes', '--no-install-recommends', 'redis-server');
  return findRedis();
}

function run(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
