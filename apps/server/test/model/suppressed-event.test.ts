import type { SyncEvent } from '@vibe/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAsFetched } from './as-fetched.ts';
import { play } from './play.ts';
import { openStage, type Stage } from './stage.ts';
import { suppressions } from './suppressions.ts';
import { newTally } from './tally.ts';
import { createWorld } from './world.ts';

/** Over several sweeps, which might have told it after all, and long enough to fetch everything on a busy machine. */
const deafMs = 6_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('pglite');
});
afterAll(() => stage[Symbol.asyncDispose]());

test.concurrent.for(Object.keys(suppressions) as SyncEvent['type'][])(
  'without %s, state and events are not the state fetched again',
  { timeout: 60_000 },
  async (kind) => {
    await using world = await createWorld(stage, { deviceCount: 2 });
    const lines = world.people.flatMap(({ devices: [, deaf] }) => deaf?.line ?? []);
    await expectAsFetched(world, { deviceAt: 1 });
    for (const line of lines) line.suppress(kind);

    await play(world, suppressions[kind].turns, newTally());
    await expectAsFetched(world, { deviceAt: 0 });
    const suppressedCount = lines.reduce((count, line) => count + line.suppressedCount, 0);
    expect(suppressedCount).toBeGreaterThan(0);
    const comparison = expectAsFetched(world, { deviceAt: 1, timeoutMs: deafMs });
    await expect(comparison).rejects.toThrow(suppressions[kind].missing);
  },
);
