import { describeFailure } from '@vibe/client';
import type { ErrorCode } from '@vibe/contract';
import { expectAsFetched } from './as-fetched.ts';
import { deedsElsewhere, deedsHere } from './deeds.ts';
import { moves } from './moves.ts';
import type { Step, Turn } from './steps.ts';
import { count, type Tally } from './tally.ts';
import type { World } from './world.ts';

/** The answers to whoever came too late. */
const lateCodes: readonly (ErrorCode | null)[] = ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'LAST_OWNER'];

/** Does it all, turn by turn. Rejects when the server refuses what the rules allow. */
export async function play(world: World, turns: readonly Turn[], tally: Tally): Promise<void> {
  let texts = 0;
  for (const turn of turns) {
    const isAlone = turn.length === 1;
    await Promise.all(
      turn.map(async (step) => {
        texts += 1;
        const isDone = await take(world, step, `text ${texts}`).catch((error: unknown) => {
          if (isAlone || !lateCodes.includes(describeFailure(error).code)) throw error;
          tally.refused += 1;
          return false;
        });
        if (isDone) count(tally.done, step.do);
      }),
    );
  }
}

/** False where nobody could do it. */
async function take(world: World, step: Step, text: string): Promise<boolean> {
  if (step.do === 'compare') {
    await expectAsFetched(world);
    return true;
  }
  const move = find(world, step, text);
  await move?.();
  return move !== undefined;
}

/** The first who can, from the one that the step names on. */
function find(world: World, { do: kind, who, what, isHere }: Step, text: string) {
  for (let at = 0; at < world.people.length; at += 1) {
    const person = world.people[(who + at) % world.people.length];
    const [device] = person?.devices ?? [];
    if (!person || !device) continue;
    const deeds = isHere ? deedsHere(device) : deedsElsewhere(person.api);
    const possible = moves[kind]({ world, person, device, deeds, what, text });
    const move = possible[what % Math.max(1, possible.length)];
    if (move) return move;
  }
  return undefined;
}
