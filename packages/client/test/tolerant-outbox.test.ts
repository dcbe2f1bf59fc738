import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { memoryOutbox, type OpenOutbox, type OutboxEntry } from '../src/index.ts';
import { tolerantOutbox } from '../src/outbox/tolerant-outbox.ts';

const entry = (id: string): OutboxEntry => ({
  id,
  kind: 'send',
  conversationId: 1,
  createdAt: new Date(0).toISOString(),
  isTried: false,
  failure: null,
  content: id,
});

/** As a file is: each call takes some turns of the event loop. */
function slowOutbox(): OpenOutbox {
  const open = memoryOutbox();
  return async (userId) => {
    const store = await open(userId);
    const slowly = async (): Promise<void> => {
      for (let left = 5; left > 0; left -= 1) await turn();
    };
    return { ...store, add: (added) => slowly().then(() => store.add(added)) };
  };
}

/** Nothing in this process goes on, and time does. */
const sleepAsALaptop = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it('goes on keeping what is done after a sleep that began in the middle of a change', async () => {
  const open = slowOutbox();
  const outbox = await tolerantOutbox(open, 1);
  const adding = outbox.add(entry('before'));
  await turn();
  sleepAsALaptop(3_500);
  await adding;
  await outbox.add(entry('after'));

  const kept = await (await open(1)).list();
  expect(kept.map(({ id }) => id)).toEqual(['before', 'after']);
});
