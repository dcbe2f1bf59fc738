import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { gathered } from '../src/stores/gathered.ts';

/** A database that answers when it is told to. */
function slowDatabase() {
  const questions: { items: number[]; answer(): void }[] = [];
  const load = (items: number[]): Promise<string[]> => {
    const { promise, resolve } = Promise.withResolvers<string[]>();
    questions.push({ items, answer: () => resolve(items.map(String)) });
    return promise;
  };
  return { load, questions, items: () => questions.map(({ items }) => items) };
}

test('who asks alone is asked for at once', async () => {
  const { load, items } = slowDatabase();
  const ask = gathered(load, { most: 10, atOnce: 1 });
  void ask(1);
  await turn();
  expect(items()).toEqual([[1]]);
});

test('those who ask in one turn go together, so many at most; each gets their own answer', async () => {
  const { load, questions, items } = slowDatabase();
  const ask = gathered(load, { most: 2, atOnce: 2 });
  const answers = Promise.all([ask(1), ask(2), ask(3)]);
  await vi.waitFor(() => expect(items()).toEqual([[1, 2], [3]]));
  for (const { answer } of questions.toReversed()) answer();
  expect(await answers).toEqual(['1', '2', '3']);
});

test('P22: nobody joins a question that was sent before they asked, and they gather for the next', async () => {
  const { load, questions, items } = slowDatabase();
  const ask = gathered(load, { most: 10, atOnce: 1 });
  const first = ask(1);
  await turn();
  const later = Promise.all([ask(2), ask(3)]);
  await turn();
  expect(items()).toEqual([[1]]);
  questions[0]?.answer();
  expect(await first).toBe('1');
  await vi.waitFor(() => expect(items()).toEqual([[1], [2, 3]]));
  questions[1]?.answer();
  expect(await later).toEqual(['2', '3']);
});

test('a question that fails is told to those who asked it, and the next is asked', async () => {
  let isDown = true;
  const ask = gathered(
    async (items: number[]) => {
      if (isDown) throw new Error('The database is away.');
      return items;
    },
    { most: 10, atOnce: 1 },
  );
  expect((await Promise.allSettled([ask(1), ask(2)])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ]);
  isDown = false;
  expect(await ask(3)).toBe(3);
});

test('500 who ask one after the other over three seconds are asked for together, and none waits for long', async () => {
  vi.useFakeTimers();
  const questions: number[][] = [];
  const load = async (items: number[]) => {
    questions.push(items);
    return items.map(() => performance.now());
  };
  const ask = gathered(load, { most: 500, atOnce: 1 });
  const waits: Promise<number>[] = [];
  for (let client = 0; client < 500; client++) {
    const askedAt = performance.now();
    waits.push(ask(client).then((answeredAt) => answeredAt - askedAt));
    await vi.advanceTimersByTimeAsync(6);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(questions.flat()).toEqual(Array.from({ length: 500 }, (_, client) => client));
  expect(questions.length).toBeLessThanOrEqual(65);
  expect(Math.max(...(await Promise.all(waits)))).toBeLessThanOrEqual(60);
  vi.useRealTimers();
});
