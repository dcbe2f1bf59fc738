import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { someHouse } from './some-house.ts';

const longestSilenceMs = 8_000;

/**
 * Some people's clients are killed, whatever they do, and begin again with what the disk has. For a while before that
 * nothing of theirs got through, so that there is something on the disk.
 */
export const killPeople: Fault = {
  hits: 'house',
  longestS: 6,
  async begin(scene) {
    const { what, house } = someHouse(scene);
    const lines = house.numbers.flatMap((at) => scene.world.lines[at] ?? []);
    for (const line of lines) line.freeze();
    await sleep(scene.random.between(0, longestSilenceMs));
    await house.kill();
    for (const line of lines) line.thaw();
    return { what, end: house.start };
  },
};
