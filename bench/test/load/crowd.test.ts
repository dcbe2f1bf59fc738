import { expect, test } from 'vitest';
import { Crowd } from '../../load/crowd.ts';
import type { Dialect } from '../../load/dialects/dialect.ts';
import { plain } from '../../load/dialects/plain.ts';
import { type Fault, startFaultyServer } from './faulty-server.ts';

const people = [1, 2, 3].map((userId) => ({ userId, token: '', conversationIds: [5], companionIds: [] }));

/** Takes all that it hears for what is told again after a break. */
const resuming: Dialect = {
  ...plain,
  voice: (options) =>
    plain.voice({ ...options, ears: { ...options.ears, delivered: options.ears.replayed } }),
};

/** Three people say thirty things, four at a time, to a server with that fault. @throws with what the crowd found */
async function talk(fault: Fault, dialect = plain): Promise<number> {
  await using server = await startFaultyServer(fault);
  const crowd = new Crowd(people, [server.url], dialect, 300);
  await crowd.connect(true);
  let sent = 0;
  const say = () => {
    sent += 1;
    if (sent <= 30) crowd.send(5, performance.now());
  };
  crowd.plays = { onDelivered() {}, onComplete() {}, onAcked: say };
  for (let place = 0; place < 4; place += 1) say();
  try {
    await crowd.check();
  } finally {
    await crowd.cut();
  }
  return crowd.ledger.deliveries;
}

test('a server that is right is found to be', async () => {
  expect(await talk('none')).toBe(90);
});

test.each([
  ['doubles', 'delivered twice'],
  ['drops', 'out of order'],
  ['swaps', 'out of order'],
] as const)('a server that %s one delivery to one reader is found out', async (fault, problem) => {
  await expect(talk(fault)).rejects.toThrow(problem);
});

test('what comes twice within one replay is found out, though clients drop it', async () => {
  expect(await talk('none', resuming)).toBe(90);
  await expect(talk('doubles', resuming)).rejects.toThrow('twice in one replay');
});
