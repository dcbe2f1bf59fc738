import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PatientCalls } from '../src/patient-calls.ts';
import { RawClient } from './raw-client.ts';
import { createRouter, Gate } from './router.ts';
import { serveOurs } from './serve.ts';

test('what can wait is overtaken by what came after it, and answered', async () => {
  await using served = await serveOurs(createRouter(new Gate()), { mayWait: (path) => path === 'add' });
  using client = await RawClient.open(served.url);
  client.send([
    { id: 1, method: 'mutation', params: { path: 'add', input: 'x' } },
    { id: 2, method: 'query', params: { path: 'echo', input: 'y' } },
  ]);
  await client.until(2);
  expect(client.frames.map((frame) => JSON.parse(frame).result.data)).toEqual(['y', 'added x']);
});

test('a crowd of them is begun a few a turn, each once and in order', async () => {
  const calls = new PatientCalls();
  const begun: number[] = [];
  const all = Array.from({ length: 1_000 }, (_, index) => index);
  for (const index of all) calls.add(() => void begun.push(index));
  expect(begun).toEqual([]);
  const turns: number[] = [];
  while (begun.length < all.length) {
    const before = begun.length;
    await nextTurn();
    turns.push(begun.length - before);
  }
  expect(begun).toEqual(all);
  expect(Math.max(...turns)).toBeLessThan(50);
  calls.add(() => void begun.push(-1));
  await nextTurn();
  expect(begun.at(-1)).toBe(-1);
});
