import { memoryBus } from '@vibe/realtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectAsFetched } from './as-fetched.ts';
import { play } from './play.ts';
import { expectRulesKept } from './rules-kept.ts';
import { type Engine, openStage } from './stage.ts';
import { anyTurns, everyStep, stepKinds, type Turn } from './steps.ts';
import { suppressions } from './suppressions.ts';
import { countRun, newTally, type Tally } from './tally.ts';
import { unreliableBus } from './unreliable-bus.ts';
import { createWorld } from './world.ts';

/** `FC_SEED` and `FC_PATH`, both as a failure prints them, repeat its case; `FC_RUNS` asks for more, or fewer. */
const { FC_SEED, FC_PATH, FC_RUNS } = process.env;
const limitMs = 240_000;
const parameters = {
  ...(FC_SEED !== undefined && { seed: Number(FC_SEED) }),
  ...(FC_PATH !== undefined && { path: FC_PATH }),
  examples: [[everyStep]] satisfies [Turn[]][],
  // A case takes a second or more, and its shrinking many cases.
  interruptAfterTimeLimit: limitMs,
  markInterruptAsFailure: true,
};

interface Case {
  where: string;
  engine: Engine;
  bus: typeof memoryBus;
  usualRuns: number;
}
const cases: Case[] = [
  { where: 'on PGlite', engine: 'pglite', bus: memoryBus, usualRuns: 25 },
  { where: 'on Postgres', engine: 'postgres', bus: memoryBus, usualRuns: 25 },
  {
    where: 'over a bus that loses, doubles and delays',
    engine: 'postgres',
    bus: () => unreliableBus(memoryBus()),
    usualRuns: 15,
  },
];

test.concurrent.for(cases)(
  'state and events are the state fetched again, $where',
  { timeout: limitMs + 60_000 },
  async ({ engine, bus, usualRuns }) => {
    await using stage = await openStage(engine, bus());
    const tally = newTally();
    const property = fc.asyncProperty(anyTurns, async (turns) => {
      await using world = await createWorld(stage);
      await play(world, turns, tally);
      for (const { devices } of world.people) for (const { line } of devices) line.comeUp();
      await expectAsFetched(world);
      await expectRulesKept(world);
      countRun(tally, world);
    });
    const numRuns = Number(FC_RUNS ?? usualRuns);
    await fc.assert(property, { ...parameters, numRuns });
    expect(stage.complaints).toEqual([]);
    if (FC_PATH === undefined) expectEverythingTried(tally);
  },
);

/** A property that nothing tried holds of anything. */
function expectEverythingTried({ done, received }: Tally): void {
  expect(stepKinds.filter((kind) => !done.has(kind))).toEqual([]);
  const eventTypes: readonly string[] = [...received.keys()];
  expect(Object.keys(suppressions).filter((type) => !eventTypes.includes(type))).toEqual([]);
}
