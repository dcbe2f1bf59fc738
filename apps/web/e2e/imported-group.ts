import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Running } from './running-server.ts';

const importer = new URL('../../importer/src/main.ts', import.meta.url).pathname;
const people = ['Ada Runner', 'Ben Runner', 'Cyd Runner'];
const filler =
  'easy pace along the river, then two hills and a coffee; tell me how the knee feels tomorrow. ';

/** What the message with that seq says in an imported group. */
export const line = (seq: number) => `line ${seq}.`;

/** A group with a long past, which its members have read. The address of the first member is its owner's. */
export async function importGroup(
  { dataDir }: Running,
  name: string,
  count: number,
  members: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vibe-e2e-export-'));
  const file = join(folder, 'chat.txt');
  await writeFile(file, Array.from({ length: count }, (_, index) => exported(index + 1)).join('\n'));
  const readers = members.flatMap((email) => ['--member', email]);
  const options = ['--group', name, '--tz', 'UTC', '--date-order', 'dmy', ...readers];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  await promisify(execFile)(process.execPath, [importer, file, ...options], { env });
  await rm(folder, { recursive: true });
}

/** One line of the export: seven minutes after the one before, from a word to a paragraph. */
function exported(seq: number): string {
  const at = new Date(Date.UTC(2026, 0, 1) + seq * 7 * 60_000).toISOString();
  const [year, month, day] = at.slice(0, 10).split('-');
  const sender = people[Math.floor(seq / 2) % people.length];
  return `${day}/${month}/${year}, ${at.slice(11, 16)} - ${sender}: ${line(seq)} ${filler.repeat((seq * 7) % 5)}`;
}
