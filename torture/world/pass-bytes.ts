import type { Socket } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { Random } from '../random.ts';

export interface Weather {
  /** How much later everything arrives, in its order. */
  delayMs: number;
  /** Whether it comes in small pieces. */
  isSplit: boolean;
  /** Whether the connection breaks in the middle of what is said next. */
  isCutInside: boolean;
}

interface Context {
  weather: Weather;
  random: Random;
  cut(): void;
}

/** Pieces of one chunk: enough to part whatever has a header, few enough to be quick. */
const mostPieces = 6;

/** Writes what it is given, in order, as the weather is when it is given. */
export function passBytes(to: Socket, { weather, random, cut }: Context): (data: Buffer) => void {
  let last: Promise<void> | null = null;

  const write = async (data: Buffer): Promise<void> => {
    for (const piece of weather.isSplit ? pieces(data, random) : [data]) {
      if (to.writable) to.write(piece);
      if (weather.isSplit) await turn();
    }
  };
  const pass = async (data: Buffer, dueAt: number): Promise<void> => {
    await sleep(Math.max(0, dueAt - performance.now()));
    await write(data);
  };
  return (data) => {
    if (weather.isCutInside) {
      weather.isCutInside = false;
      if (to.writable) to.write(data.subarray(0, random.below(data.length)), cut);
      return;
    }
    const isFair = weather.delayMs === 0 && !weather.isSplit;
    if (isFair && !last) return void (to.writable && to.write(data));
    const dueAt = performance.now() + weather.delayMs;
    const mine = (last ?? Promise.resolve()).then(() => pass(data, dueAt));
    last = mine;
    void mine.finally(() => {
      if (last === mine) last = null;
    });
  };
}

function pieces(data: Buffer, random: Random): Buffer[] {
  const cuts = Array.from({ length: mostPieces - 1 }, () => random.below(data.length)).sort((a, b) => a - b);
  return [...cuts, data.length].map((end, at) => data.subarray(cuts[at - 1] ?? 0, end));
}
