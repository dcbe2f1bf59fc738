import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultName } from './faults/all-faults.ts';
import { makeSchedule } from './faults/schedule.ts';
import { type Happened, storm } from './faults/storm.ts';
import { instancesLive, type Violation, violationsIn } from './oracle/all-checks.ts';
import { type Journals, readJournals } from './oracle/journals.ts';
import { readTruth, type Truth } from './oracle/truth.ts';
import { found } from './people/found.ts';
import { type HouseProcess, startHouse } from './people/house-process.ts';
import { createRandom } from './random.ts';
import { startWorld, type World } from './world/world.ts';

export interface RunOptions {
  seed: number;
  people: number;
  instances: number;
  lastsMs: number;
  faults: readonly FaultName[];
  /** From one fault to the next, on average. */
  betweenMs: number;
  /** Between two deeds of one person, on average. */
  pauseMs: number;
  /** How long everybody may take to come to rest when all is over. */
  calmMs: number;
  /** Empty: of logs, journals and outboxes. */
  directory: string;
  tell(line: string): void;
}

export interface Outcome {
  happened: Happened[];
  violations: Violation[];
  journals: Journals;
  truth: Truth;
  connections: number;
  notices: { heard: number; lost: number; late: number };
  /** From the end of the last fault until everybody was at rest. */
  calmedMs: number;
}

const peoplePerHouse = 8;

/** One run: a world, its people, everything that goes wrong, calm, and the verdict. */
export async function run(options: RunOptions): Promise<Outcome> {
  const { seed, people, instances, directory, tell } = options;
  const random = createRandom(seed);
  await using started = new AsyncDisposableStack();
  const world = started.use(
    await startWorld({
      instanceCount: instances,
      peopleCount: people,
      directory,
      random: random.named('world'),
    }),
  );
  const { houses, userIds } = await settle(options, world);
  for (const house of houses) started.use(house);
  tell(`${people} people in ${houses.length} processes, ${instances} instances`);

  const schedule = makeSchedule({ ...options, names: options.faults, random: random.named('schedule') });
  const scene = { world, houses, random: random.named('faults') };
  const [happened] = await Promise.all([storm(schedule, scene, tell), sleep(options.lastsMs)]);
  const calmedMs = await calm(options, world, houses);

  const truth = await readTruth(world.databaseUrl, userIds);
  const journals = await readJournals(directory);
  const byInstances = world.instances.flatMap((instance) => instance.violations);
  return {
    happened,
    violations: [
      ...byInstances.map((what) => ({ check: instancesLive, what })),
      ...violationsIn(journals, truth),
    ],
    journals,
    truth,
    connections: world.lines.reduce((sum, line) => sum + line.connections, 0),
    notices: world.redisLine.counts,
    calmedMs,
  };
}

/** Everybody signs up, moves in, and begins. */
async function settle(
  options: RunOptions,
  world: World,
): Promise<{ houses: HouseProcess[]; userIds: number[] }> {
  const { seed, people, directory, pauseMs } = options;
  const { hostUrl, lines } = world;
  const names = Array.from({ length: people }, (_, number) => `person-${number}`);
  const url = `http://127.0.0.1:${world.instances[0]?.port}/trpc`;
  const userIds = await found({ url, hostUrl, names, random: createRandom(seed).named('beginning') });
  const outboxes = join(directory, 'outboxes');
  await mkdir(outboxes, { recursive: true });
  const all = names.map((name, number) => ({ number, name, url: lines[number]?.url ?? '' }));
  const size = Math.min(peoplePerHouse, Math.ceil(people / 3));
  const groups = Map.groupBy(all, ({ number }) => Math.floor(number / size));
  const houses = await Promise.all(
    [...groups].map(([at, group]) =>
      startHouse({
        people: group,
        hostUrl,
        directory: outboxes,
        journal: join(directory, `people-${at}.jsonl`),
        seed,
        life: 1,
        userIds,
        skewMs: 0,
        pauseMs,
        isPlaying: true,
      }),
    ),
  );
  return { houses, userIds };
}

/** Nobody does anything any more, and everything works: then, in bounded time, everybody has everything. */
async function calm(
  { calmMs, tell }: RunOptions,
  world: World,
  houses: readonly HouseProcess[],
): Promise<number> {
  for (const house of houses) house.tell({ do: 'rest' });
  tell('all faults are over; waiting for everybody to come to rest');
  const startedAt = performance.now();
  await Promise.all(world.instances.map((instance) => instance.untilUp()));
  // Nobody looks for the last time while somebody else has something to say.
  await Promise.all(houses.map((house) => house.settle(calmMs)));
  const unfinished = await Promise.all(houses.map((house) => house.finish(calmMs)));
  if (unfinished.flat().length > 0) tell(`not at rest: people ${unfinished.flat().join(' ')}`);
  return performance.now() - startedAt;
}
