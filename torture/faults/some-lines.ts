import type { Line } from '../world/line.ts';
import type { Scene } from './fault.ts';

/** One in three of the people, or a few less. */
export function someLines({ world, random }: Scene): { what: string; lines: Line[] } {
  const most = Math.max(1, Math.ceil(world.lines.length / 3));
  const numbers = random.some([...world.lines.keys()], 1 + random.below(most)).sort((a, b) => a - b);
  const lines = numbers.flatMap((at) => world.lines[at] ?? []);
  return { what: `people ${numbers.join(' ')}`, lines };
}
