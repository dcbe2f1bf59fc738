import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start/start-error.ts';

const minChars = 32;

/**
 * The secret that all tokens are made with: the one given, else the one kept in the data directory, which is made at the
 * first start and readable by its owner only. Without it everybody would have to sign in again.
 *
 * @throws {StartError} when the file is there but holds no secret.
 */
export async function authSecret(given: string | undefined, dataDir: string): Promise<string> {
  if (given) return given;
  const path = join(dataDir, 'auth-secret');
  await mkdir(dataDir, { recursive: true });
  // `wx` lets one of two first starts win; both then read what it wrote.
  await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    ignoreExisting,
  );
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length >= minChars) return secret;
  throw new StartError(
    `${path} is damaged. Delete it, and start again: everybody will have to sign in anew.`,
  );
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
