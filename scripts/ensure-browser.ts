import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** The system's browser, else Debian's, else the one that Playwright downloads. */
const found = findChromium() ?? installFromDebian();
if (found) {
  console.log(`Browser: ${found}`);
} else {
  console.log('No Chromium or Chrome here: asking Playwright for its own.');
  if (!run('pnpm', '--filter', '@vibe/web', 'exec', 'playwright', 'install', 'chromium')) {
    console.error('No browser. Install Chromium or Chrome, or name one in CHROMIUM_PATH.');
    process.exitCode = 1;
  }
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('No Chromium or Chrome here: installing Debian’s.');
  if (run('apt-get', 'update')) run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  return findChromium();
}

function run(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
