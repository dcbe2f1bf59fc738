import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Corks } from '../src/corks.ts';

/** What has been written to it, write by write, each of which takes so many milliseconds of the processor. */
function openSocket(writeMs = 0) {
  const writes: string[] = [];
  const socket = new Writable({
    writev(chunks, done) {
      for (const begunAt = performance.now(); performance.now() - begunAt < writeMs; );
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
  const haveBoth = () => room.every(({ writes }) => writes.join('') === 'ab');
  while (!haveBoth()) await turn();
  // Whoever was still waiting got both at once.
  expect(room.at(-1)?.writes).toEqual(['ab']);
});

test('after a crowd that took its time the next one waits, and what is said meanwhile leaves together; a few wait for nobody', async () => {
  const corks = new Corks();
  const room = Array.from({ length: 500 }, () => openSocket(1));
  const few = openSocket();
  const say = (frame: string, sockets: { socket: Writable }[]) => {
    for (const { socket } of sockets) {
      corks.cork(socket);
      socket.write(frame);
    }
  };
  say('a', room);
  while (room.some(({ writes }) => writes.length === 0)) await turn();
  for (const frame of 'bcd') {
    say(frame, room);
    await turn();
    say(frame, [few]);
    await turn();
  }
  expect(few.writes).toEqual(['b', 'c', 'd']);
  while (room.some(({ writes }) => writes.length === 1)) await turn();
  for (const { writes } of room) expect(writes).toEqual(['a', 'bcd']);
});
