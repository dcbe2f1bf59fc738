import { expect } from 'vitest';
import type { AnyCall, Scene } from './call.ts';
import { callOverHttp, callOverSocket, firstEvent, kindOf, type Request, type Result } from './perform.ts';

/** Calls it as the scene's actor, over the transport that it is for. */
export function carryOut(scene: Scene, path: string, call: AnyCall, given: Given): Promise<Result> {
  const accessToken = scene.world.person(scene.actor)?.accessToken ?? null;
  const request: Request = { server: scene.stage.server, path, accessToken, ...given };
  if (kindOf(path) === 'subscription') return listen(scene, call, request);
  const carry = () => (call.over === 'socket' ? callOverSocket(request) : callOverHttp(request));
  return call.shows && accessToken !== null ? carryAndWatch(scene, call.shows, carry) : carry();
}

/** What goes into a call. Whoever repeats it in another's place gives the same. */
export interface Given {
  input: unknown;
  headers: Record<string, string>;
}

const listen = (scene: Scene, call: AnyCall, request: Request): Promise<Result> =>
  firstEvent(
    request,
    (event) => call.nothing !== undefined || typeOf(event) === typeOf(call.answer?.(scene)),
    async () => call.happening?.(scene),
  );

const typeOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;

/** What is allowed must be seen by who watches; the watching begins before the call. */
async function carryAndWatch(
  scene: Scene,
  shows: NonNullable<AnyCall['shows']>,
  carry: () => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  const events: unknown[] = [];
  const source = await shows.watch(scene, ending.signal);
  const watching = (async () => {
    for await (const event of source) events.push(event);
  })();
  try {
    const result = await carry();
    if ('answer' in result) {
      await expect.poll(() => events, { timeout: 5_000, interval: 10 }).toContainEqual(shows.event(scene));
    }
    return result;
  } finally {
    ending.abort();
    await watching;
  }
}
