import { ClientId } from '@vibe/contract';
import { expect, it } from 'vitest';
import { createBackoff } from '../src/backoff.ts';
import { newClientId } from '../src/client-id.ts';

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
