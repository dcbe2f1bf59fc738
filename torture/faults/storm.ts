import { setTimeout as sleep } from 'node:timers/promises';
import { allFaults, type FaultName } from './all-faults.ts';
import type { Begun, Scene } from './fault.ts';
import type { Due } from './schedule.ts';

/** A fault that was, in ms since 1970. */
export interface Happened {
  name: FaultName;
  what: string;
  beganMs: number;
  endedMs: number;
}

/** Lets everything happen that is due, several things at once, and resolves when all of it is over. */
export async function storm(
  schedule: readonly Due[],
  scene: Scene,
  tell: (line: string) => void,
): Promise<Happened[]> {
  const startedAt = performance.now();
  const now = () => performance.now() - startedAt;
  const free = new Map<string, Promise<unknown>>();
  const happened: Happened[] = [];
  const sinceThen = (ms: number) => Math.round(performance.timeOrigin + startedAt + ms);

  const letHappen = async ({ name, lastsMs, id }: Due): Promise<void> => {
    const begun: Begun = await allFaults[name].begin({ ...scene, random: scene.random.named(id) });
    const beganMs = now();
    tell(`${seconds(beganMs)} ${name}: ${begun.what}${lastsMs > 0 ? `, for ${seconds(lastsMs)}` : ''}`);
    await sleep(lastsMs);
    await begun.end();
    happened.push({ name, what: begun.what, beganMs: sinceThen(beganMs), endedMs: sinceThen(now()) });
  };
  const all: Promise<void>[] = [];
  for (const due of schedule) {
    await sleep(Math.max(0, due.atMs - now()));
    const { hits } = allFaults[due.name];
    const turn = (free.get(hits) ?? Promise.resolve()).then(async () => {
      if (!isTooLate(due, happened, now())) await letHappen(due);
    });
    free.set(hits, turn);
    turn.catch(() => {});
    all.push(turn);
  }
  await Promise.all(all);
  return happened;
}

const lateMs = 20_000;

/** On a slow machine faults that wait for each other would add up: whoever was seen before need not come late. */
const isTooLate = ({ atMs, name }: Due, happened: readonly Happened[], nowMs: number): boolean =>
  nowMs > atMs + lateMs && happened.some((each) => each.name === name);

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
