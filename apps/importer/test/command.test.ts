import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase } from '@vibe/db';
import { expect, test, vi } from 'vitest';
import { importScene, whatsAppLines } from './import-scene.ts';
import { runCommand } from './run-command.ts';
import { fixture, temporaryFolder } from './support.ts';

const whatsApp = fixture('whatsapp/iphone-gb.txt');

async function outcome(args: readonly string[], env: Record<string, string> = {}) {
  await using command = runCommand(args, env);
  return await command.ended;
}

test('--help shows how to use it', async () => {
  const { code, stdout, stderr } = await outcome(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Loads a chat's export into a group\.\n/);
});

test.each([
  ['no group', [whatsApp], {}, /^Say which group .*--group <name>\.\n$/],
  ['a missing file', ['gone.txt', '--group', 'Gym'], {}, /^There is no file or folder gone\.txt\.\n$/],
  [
    'a wrong DATABASE_URL',
    [whatsApp, '--group', 'Gym'],
    { DATABASE_URL: 'mysql://x' },
    /^DATABASE_URL must /,
  ],
  [
    'a database that is not there',
    [whatsApp, '--group', 'Gym'],
    { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/x' },
    /^The database at DATABASE_URL cannot be reached\.\n$/,
  ],
])('%s is answered with a sentence', async (_, args, env, sentence) => {
  const { code, stdout, stderr } = await outcome(args, env);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(sentence);
});

test('ambiguous dates are a question, and nothing is written', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const args = [fixture('whatsapp/ambiguous.txt'), '--group', 'Gym'];
  const { code, stdout, stderr } = await outcome(args, { DATA_DIR: dataDir });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^Does 03\/04\/24 in line 1 mean 3 April 2024 or 4 March 2024\?.*--date-order dmy /s,
  );
  expect(existsSync(dataDir)).toBe(false);
});

test('it shares the data directory of a running process, can be stopped, and goes on', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await using database = await openDatabase({ dataDir });
  await migrate(database);
  await using scene = await importScene('pglite', database);
  const ana = await scene.person('Ana');
  const path = join(folder.path, 'chat.txt');
  const count = 10_000;
  await writeFile(path, `${whatsAppLines(count).join('\n')}\n`);
  const args = [path, '--group', 'Gym', '--tz', 'UTC', '--member', ana.email];

  await using first = runCommand(args, { DATA_DIR: dataDir });
  await vi.waitFor(
    async () => expect(await scene.stores.imports.findGroup('whatsapp', 'Gym')).not.toBeNull(),
    { timeout: 10_000 },
  );
  first.child.kill('SIGINT');
  const stopped = await first.ended;
  expect([stopped.code, stopped.stderr]).toEqual([130, '']);
  expect(stopped.stdout).toMatch(/^"Gym" got [\d,]+ new messages; 0 were there already\..*\nIt was stopped/);

  const rest = await outcome(args, { DATA_DIR: dataDir });
  expect([rest.code, rest.stderr]).toEqual([0, '']);
  expect(rest.stdout).toMatch(/New in the group: Ana\.\nTimes were read as those of UTC/);
  const { messages } = await scene.read(ana.id);
  expect(messages.map(({ content }) => content)).toEqual(
    Array.from({ length: count }, (_, index) => `message ${index}`),
  );
}, 60_000);
