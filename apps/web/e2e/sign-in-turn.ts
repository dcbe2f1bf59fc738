import { setTimeout as sleep } from 'node:timers/promises';
import { rates } from '@vibe/contract';

/** Some are left for what a story does by itself. */
const spare = 0.8;
/** When the last ones were, by what they are counted by. */
const signedInAt = new Map<string, number[]>();

/** To be waited for before each sign-in and sign-up: only so many a minute are let in, however quick the machine is. */
export async function signInTurn(email: string): Promise<void> {
  const turns = [turnOf('everybody', rates.signInsPerAddress), turnOf(email, rates.signInsPerEmail)];
  await sleep(Math.max(0, Math.max(...turns) - Date.now()));
}

/** When the next one may be. */
function turnOf(key: string, { points, seconds }: { points: number; seconds: number }): number {
  const before = signedInAt.get(key) ?? [];
  const oldest = before.at(-Math.floor(points * spare));
  const turn = Math.max(Date.now(), (oldest ?? 0) + seconds * 1_000);
  signedInAt.set(key, [...before, turn]);
  return turn;
}
