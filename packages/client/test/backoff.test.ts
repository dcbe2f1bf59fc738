import { ClientId } from '@vibe/contract';
import { expect, it, vi } from 'vitest';
import { createBackoff } from '../src/backoff.ts';
import { newClientId } from '../src/client-id.ts';
import { createSocketWaits } from '../src/links/socket-waits.ts';

it('waits double from try to try, at most the longest wait, and briefly again after a success', () => {
  const backoff = createBackoff({ baseMs: 100, maxMs: 1_000, random: () => 1 });
  expect(Array.from({ length: 6 }, backoff.nextMs)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  backoff.reset();
  expect(backoff.nextMs()).toBe(100);
});

it('spreads clients over half of each wait', () => {
  const [soonest, latest] = [0, 1].map((value) =>
    createBackoff({ baseMs: 100, random: () => value }).nextMs(),
  );
  expect([soonest, latest]).toEqual([50, 100]);
});

it('makes client ids that the server takes, each another', () => {
  const ids = Array.from({ length: 1_000 }, newClientId);
  expect(ids.every((id) => ClientId.safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
});

it('waits longer and longer for a server that opens sockets only to close them, and not after a good one', () => {
  vi.useFakeTimers();
  const waits = createSocketWaits(createBackoff({ baseMs: 100, random: () => 1 }));
  const reconnect = (heldMs: number) => {
    const ms = waits.nextMs();
    vi.advanceTimersByTime(ms);
    waits.opened();
    vi.advanceTimersByTime(heldMs);
    return ms;
  };
  expect([10, 1_000, 10, 60_000, 10, 10].map(reconnect)).toEqual([100, 200, 400, 800, 100, 200]);
  vi.useRealTimers();
});
