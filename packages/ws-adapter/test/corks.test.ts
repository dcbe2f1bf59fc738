import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Corks } from '../src/corks.ts';

/** What has been written to it, write by write. */
function openSocket() {
  const writes: string[] = [];
  const socket = new Writable({
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  return { socket, writes };
}

test('what is written to a socket within a turn leaves in one write, at its end', async () => {
  const corks = new Corks();
  const { socket, writes } = openSocket();
  for (const frame of 'abc') {
    corks.cork(socket);
    socket.write(frame);
  }
  expect(writes).toEqual([]);
  await turn();
  expect(writes).toEqual(['abc']);
});

test('what goes to very many leaves over several turns, between which others have theirs', async () => {
  const corks = new Corks();
  const room = Array.from({ length: 1_000 }, openSocket);
  const say = (frame: string) => {
    for (const { socket } of room) {
      corks.cork(socket);
      socket.write(frame);
    }
  };
  const reached = () => room.filter(({ writes }) => writes.length > 0).length;
  say('a');
  await turn();
  const first = reached();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(room.length / 2);

  say('b');
  let turns = 1;
  for (; reached() < room.length; turns += 1) await turn();
  expect(turns).toBeGreaterThan(2);
  for (let left = 0; left < turns; left += 1) await turn();
  for (const { writes } of room) expect(writes.join('')).toBe('ab');
  // Whoever was still waiting got both at once.
  expect(room.at(-1)?.writes).toEqual(['ab']);
});
