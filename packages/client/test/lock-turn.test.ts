import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockTurn } from '../src/outbox/lock-turn.ts';
import type { Turn } from '../src/outbox/turn.ts';

let life: AbortController;
let name: string;
beforeEach(({ task }) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  life = new AbortController();
  name = task.id;
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const tab = (): Turn => lockTurn(navigator.locks, name, life.signal);

/** Something that goes on until it is told to end. */
function hold(turn: Turn) {
  const held: { signal: AbortSignal | null; end(): void; ended: Promise<void> } = {
    signal: null,
    end() {},
    ended: Promise.resolve(),
  };
  held.ended = turn.during(async (signal) => {
    held.signal = signal;
    await new Promise<void>((resolve) => {
      held.end = resolve;
    });
  });
  return held;
}
const begun = (held: ReturnType<typeof hold>) => vi.waitFor(() => expect(held.signal).not.toBeNull());
/** A round of the event loop in which messages and locks arrive. */
const pass = async (ms: number) => {
  for (let at = 0; at < ms; at += 500) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe('a turn', () => {
  it('is one tab’s at a time, and the next one’s when everything is done that shares it', async () => {
    const [one, other] = [tab(), tab()];
    const [first, second] = [hold(one), hold(one)];
    await begun(first);
    await begun(second);
    const waiting = hold(other);
    first.end();
    await first.ended;
    await pass(1_000);
    expect(waiting.signal).toBeNull();
    second.end();
    await begun(waiting);
    waiting.end();
    await waiting.ended;
  });

  it('is not taken from a tab that is busy, and there', async () => {
    const busy = hold(tab());
    await begun(busy);
    const waiting = hold(tab());
    await pass(60_000);
    expect(waiting.signal).toBeNull();
    expect(busy.signal?.aborted).toBe(false);
    busy.end();
    await begun(waiting);
    waiting.end();
  });

  it('is taken from a tab that does not answer, which is told should it wake', async () => {
    const asleep = vi.fn();
    navigator.locks.request(name, () => new Promise(() => {})).catch(asleep);
    await vi.waitFor(async () => {
      const { held } = await navigator.locks.query();
      expect(held?.some((lock) => lock.name === name)).toBe(true);
    });
    const waiting = hold(tab());
    await pass(4_000);
    expect(waiting.signal).toBeNull();
    await pass(10_000);
    await begun(waiting);
    expect(asleep).toHaveBeenCalledTimes(1);
    waiting.end();
    await waiting.ended;
  });

  it('that was stolen begins nothing more, and is asked for anew', async () => {
    const turn = tab();
    const robbed = hold(turn);
    await begun(robbed);
    const thief = navigator.locks.request(name, { steal: true }, async () => {});
    await thief;
    await vi.waitFor(() => expect(robbed.signal?.aborted).toBe(true));
    const again = hold(turn);
    await begun(again);
    expect(again.signal?.aborted).toBe(false);
    robbed.end();
    again.end();
    await Promise.all([robbed.ended, again.ended]);
  });

  it('is nobody’s business where locks are refused', async () => {
    const refused = { request: () => Promise.reject(new DOMException('No.', 'SecurityError')) };
    const turn = lockTurn({ ...navigator.locks, ...refused }, name, life.signal);
    expect(await turn.during(async (signal) => signal.aborted)).toBe(false);
  });
});
