import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DatabaseInUseError } from '../src/embedded/database-in-use-error.ts';
import { connectDatabase, openDatabase } from '../src/open-database.ts';
import { type DataDirectory, dataDirectory } from './fixtures/data-directory.ts';
import { openInOtherProcess } from './fixtures/other-process.ts';
import { query } from './fixtures/query.ts';

let withANote: DataDirectory;

beforeAll(async () => {
  withANote = await dataDirectory();
  await using database = await openDatabase({ dataDir: withANote.path });
  await query(database, `CREATE TABLE note AS SELECT 'kept' AS content`);
});

afterAll(() => withANote[Symbol.asyncDispose]());

const kept = [{ content: 'kept' }];
const notes = 'SELECT content FROM note';

test('a second opener in this process is refused and told where the first one is', async () => {
  await using directory = await dataDirectory(withANote.path);
  const dataDir = directory.path;
  await using first = await openDatabase({ dataDir });
  await first.announce({ address: 'http://localhost:3000' });

  const refusal = await openDatabase({ dataDir }).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(DatabaseInUseError);
  expect(refusal).toMatchObject({ dataDir, owner: { pid: process.pid, address: 'http://localhost:3000' } });
  expect(await query(first, notes)).toEqual(kept);
});

test('a second process is refused and harms nothing', async () => {
  await using directory = await dataDirectory(withANote.path);
  {
    await using first = await openDatabase({ dataDir: directory.path });
    await using other = openInOtherProcess(directory.path);
    expect(await other.answer).toMatch(/^DatabaseInUseError: .* is in use by process \d+\.$/);
    expect(await query(first, notes)).toEqual(kept);
  }
  await using again = await openDatabase({ dataDir: directory.path });
  expect(await query(again, notes)).toEqual(kept);
});

test('closing frees the directory and leaves neither socket nor record', async () => {
  await using directory = await dataDirectory(withANote.path);
  const database = await openDatabase({ dataDir: directory.path });
  const socketDir = database.connection.host ?? '';
  expect(existsSync(socketDir)).toBe(true);

  await database[Symbol.asyncDispose]();

  expect(existsSync(socketDir)).toBe(false);
  expect(existsSync(join(directory.path, 'owner.json'))).toBe(false);
  await using other = openInOtherProcess(directory.path);
  expect(await other.answer).toBe('open');
});

test('what was committed survives a SIGKILL, and the next start clears the dead socket away', async () => {
  await using directory = await dataDirectory(withANote.path);
  await using other = openInOtherProcess(directory.path);
  expect(await other.answer).toBe('open');
  const shared = await connectDatabase({ dataDir: directory.path });
  await query(shared, `INSERT INTO note VALUES ('late')`);
  await other.kill();
  const deadSocketDir = shared.connection.host ?? '';
  expect(existsSync(deadSocketDir)).toBe(true);

  await using database = await openDatabase({ dataDir: directory.path });

  expect(await query(database, notes)).toEqual([...kept, { content: 'late' }]);
  expect(existsSync(deadSocketDir)).toBe(false);
});

test('a first start that is killed half-way can be repeated', { timeout: 30_000 }, async () => {
  await using directory = await dataDirectory();
  await using other = openInOtherProcess(directory.path);
  await vi.waitUntil(() => existsSync(join(directory.path, 'pg.new/PG_VERSION')), { timeout: 15_000 });
  await other.kill();
  expect(existsSync(join(directory.path, 'pg'))).toBe(false);

  await using database = await openDatabase({ dataDir: directory.path });

  expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a command shares the database of the process that runs, and leaves it running', async () => {
  await using directory = await dataDirectory(withANote.path);
  await using other = openInOtherProcess(directory.path);
  expect(await other.answer).toBe('open');
  {
    await using command = await connectDatabase({ dataDir: directory.path });
    await query(command, `INSERT INTO note VALUES ('by command')`);
  }
  await using next = await connectDatabase({ dataDir: directory.path });
  expect(await query(next, notes)).toEqual([...kept, { content: 'by command' }]);
  expect(JSON.parse(await readFile(join(directory.path, 'owner.json'), 'utf8'))).toMatchObject({
    pid: other.pid,
  });
});

test('a command waits for a process that is just starting', async () => {
  await using directory = await dataDirectory(withANote.path);
  await using other = openInOtherProcess(directory.path);
  await vi.waitUntil(() => existsSync(join(directory.path, 'owner.json')), { timeout: 15_000, interval: 1 });

  await using command = await connectDatabase({ dataDir: directory.path });

  expect(await other.answer).toBe('open');
  expect(await query(command, notes)).toEqual(kept);
});

test('a command opens the database itself where nobody runs, or the one who did was killed', async () => {
  await using directory = await dataDirectory(withANote.path);
  {
    await using command = await connectDatabase({ dataDir: directory.path });
    expect(await query(command, notes)).toEqual(kept);
  }
  await using other = openInOtherProcess(directory.path);
  expect(await other.answer).toBe('open');
  await other.kill();
  await using command = await connectDatabase({ dataDir: directory.path });
  expect(await query(command, notes)).toEqual(kept);
});
