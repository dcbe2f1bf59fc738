import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Database } from '../src/database.ts';
import { socketName } from '../src/embedded/socket-directory.ts';
import { createTestDatabase } from '../src/testing/index.ts';
import { query } from './fixtures/query.ts';

test('statements whose messages arrive in pieces are not mixed with those of other connections', async () => {
  await using database = await createTestDatabase('pglite');
  const pool = new pg.Pool({ ...database.connection, max: 10 });
  const long = 'x'.repeat(300_000);
  const asked = Array.from({ length: 200 }, (_, i) => (i % 2 ? `${i}` : `${i}${long}`));

  const answers = await Promise.all(
    asked.map((value, i) =>
      pool.query(i % 2 ? 'SELECT $1::int AS a' : 'SELECT $1::text AS a, 2 AS b', [value]),
    ),
  );

  await pool.end();
  expect(answers.map(({ rows }) => String(rows[0].a)).every((value, i) => value === asked[i])).toBe(true);
});

test('a connection that is lost in a transaction is rolled back and holds nobody up', async () => {
  await using database = await createTestDatabase('pglite');
  await query(database, 'CREATE TABLE note (content text)');
  const lost = new pg.Client(database.connection);
  lost.on('error', () => {});
  await lost.connect();
  await lost.query(`BEGIN; INSERT INTO note VALUES ('unfinished')`);
  const waiting = query(database, 'SELECT content FROM note');

  lost.connection.stream.destroy();

  expect(await waiting).toEqual([]);
});

test('a connection that is lost in the middle of a statement holds nobody up', async () => {
  await using database = await createTestDatabase('pglite');
  const lost = await connected(database);
  lost.write(message('P', '\0SELECT 1\0\0\0'));
  await once(lost, 'data'); // ParseComplete
  const waiting = query(database, 'SELECT 2 AS two');

  lost.destroy();

  expect(await waiting).toEqual([{ two: 2 }]);
});

/** A bare socket that has introduced itself. */
async function connected(database: Database): Promise<Socket> {
  const socket = connect(join(database.connection.host ?? '', socketName));
  const parameters = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  socket.write(Buffer.concat([lengthOf(parameters), parameters]));
  await once(socket, 'data');
  return socket;
}

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(body, 'latin1');
  return Buffer.concat([Buffer.from(type), lengthOf(bytes), bytes]);
}

function lengthOf(body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return length;
}
