import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busy, isBusy } from '../src/chat-error.ts';
import { heldWrites, type Item } from './held-writes.ts';

const Step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), conversationId: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('ok' as const, 'ok', 'busy', 'failed'), write: fc.nat(3) }),
  },
  fc.record({ kind: fc.constantFrom('turn' as const, 'patience') }),
);
const Limits = fc.record({
  maxInFlight: fc.integer({ min: 1, max: 4 }),
  patienceMs: fc.constantFrom(0, 10_000),
  maxItems: fc.integer({ min: 1, max: 6 }),
  maxWaiting: fc.integer({ min: 1, max: 12 }),
});
type ValueOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

const failure = new Error('the connection was lost while it was committing');

test('P2, P41: each item gets one outcome, its own; conversations keep their order and are in one write at a time', async () => {
  await fc.assert(fc.asyncProperty(fc.array(Step, { maxLength: 60 }), Limits, check), { numRuns: 500 });
});

async function check(steps: ValueOf<typeof Step>[], limits: ValueOf<typeof Limits>): Promise<void> {
  const { open, send, started } = heldWrites(limits);
  const sent: { conversationId: number; told: Promise<PromiseSettledResult<number>[]>; mustFit: boolean }[] =
    [];
  const stored: Item[] = [];
  /** Why whose write was refused for good, by id. */
  const refused = new Map<number, Error>();
  let waiting = 0;

  const end = async (index: number, kind: 'ok' | 'busy' | 'failed') => {
    const write = open[index % open.length];
    if (!write) return;
    const isTriedAgain = kind === 'busy' && new Set(write.items.map((item) => item.conversationId)).size > 1;
    if (isTriedAgain) waiting += write.items.length;
    const error = { ok: undefined, busy: busy(), failed: failure }[kind];
    if (!error) stored.push(...write.items);
    else if (!isTriedAgain) for (const { id } of write.items) refused.set(id, error);
    await write.end(error);
  };
  /** Takes what has started since out of what waits, and looks at what is under way. */
  let seen = 0;
  const look = () => {
    for (; seen < started.length; seen++) {
      const count = started[seen]?.length ?? 0;
      waiting -= count;
      expect(count).toBeLessThanOrEqual(limits.maxItems);
    }
    expect(open.length).toBeLessThanOrEqual(limits.maxInFlight);
    const conversations = open.flatMap(({ items }) => [...new Set(items.map((item) => item.conversationId))]);
    expect(new Set(conversations).size).toBe(conversations.length);
  };

  for (const step of steps) {
    switch (step.kind) {
      case 'send': {
        const { conversationId } = step;
        const mustFit = waiting < limits.maxWaiting;
        if (mustFit) waiting += 1;
        sent.push({ conversationId, mustFit, told: Promise.allSettled([send(conversationId)]) });
        break;
      }
      case 'turn':
        await turn();
        break;
      case 'patience':
        await sleep(2);
        break;
      default:
        await end(step.write, step.kind);
    }
    look();
  }
  await turn();
  for (look(); open.length > 0; look()) await end(0, 'ok');

  for (const [id, { told, mustFit }] of sent.entries()) {
    const [outcome] = await told;
    const reason = mustFit ? refused.get(id) : undefined;
    if (!mustFit) expect(outcome?.status === 'rejected' && isBusy(outcome.reason)).toBe(true);
    else if (reason) expect(outcome).toEqual({ status: 'rejected', reason });
    else expect(outcome).toEqual({ status: 'fulfilled', value: id });
  }
  expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
  for (const conversationId of new Set(stored.map((item) => item.conversationId))) {
    const ids = stored.filter((item) => item.conversationId === conversationId).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  }
}
