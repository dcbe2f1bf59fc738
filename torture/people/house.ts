import { createRandom } from '../random.ts';
import type { Answer, HouseSetup, Order } from './house-messages.ts';
import { openJournal } from './journal.ts';
import { createPerson, type Person } from './person.ts';
import { skewClock } from './skewed-clock.ts';

/** A process in which some people live: it can be stopped, killed, and told a wrong time. */
const setup: HouseSetup = JSON.parse(process.argv[2] ?? '');
const clock = skewClock();
clock.skewMs = setup.skewMs;
const note = openJournal(setup.journal);
let isPlaying = setup.isPlaying;

const people = new Map<number, Person>(
  setup.people.map(({ number, name, url }) => {
    const random = createRandom(setup.seed).named(`person ${number}, life ${setup.life}`);
    const person = createPerson({ ...setup, number, name, url, note, random });
    keepActing(person, random);
    return [number, person];
  }),
);

function keepActing(person: Person, random: { between(least: number, most: number): number }): void {
  const { pauseMs } = setup;
  setTimeout(
    () => {
      if (isPlaying) person.act();
      keepActing(person, random);
    },
    random.between(0, 2 * pauseMs),
  );
}

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    note({ kind: 'error', person: setup.people[0]?.number ?? 0, life: setup.life, message });
  });
}

const answer = (message: Answer): void => void process.send?.(message);

async function finishAll(patienceMs: number): Promise<number[]> {
  const ends = await Promise.all(
    [...people].map(async ([number, person]) => ({ number, isDone: await person.finish(patienceMs) })),
  );
  return ends.filter(({ isDone }) => !isDone).map(({ number }) => number);
}

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case 'play':
    case 'rest':
      isPlaying = order.do === 'play';
      break;
    case 'crash':
      await people.get(order.person)?.crash();
      break;
    case 'skew':
      clock.skewMs = order.ms;
      break;
    case 'settle':
      await Promise.all([...people.values()].map((person) => person.settle(order.patienceMs)));
      answer({ did: 'settle' });
      break;
    case 'finish':
      answer({ did: 'finish', unfinished: await finishAll(order.patienceMs) });
      break;
  }
}

process.on('message', (order: Order) => void obey(order));
// Nobody is left to tell what to do.
process.on('disconnect', () => process.exit(0));
answer({ did: 'start' });
