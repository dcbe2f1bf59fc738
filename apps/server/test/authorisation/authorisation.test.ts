import { initTRPC } from '@trpc/server';
import { appRouter } from '@vibe/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls } from './calls/calls.ts';
import { judge } from './judge.ts';
import { cellsOf, rows, unknown, unlisted } from './rows.ts';
import { openStage, type Stage } from './stage.ts';
import { createWorld } from './world.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('every procedure of the router has a row, and every row has a procedure', () => {
  const paths = Object.keys(appRouter._def.procedures);
  expect(unlisted(paths)).toEqual([]);
  expect(unknown(paths)).toEqual([]);
});

test('a procedure without a row fails the suite', () => {
  const { router, procedure } = initTRPC.create();
  const message = router({ forward: procedure.mutation(() => 'done') });
  const planted = router({ ...appRouter._def.record, forwarding: message });
  expect(unlisted(Object.keys(planted._def.procedures))).toEqual(['forwarding.forward']);
});

describe.each(rows)('$name', ({ name, path, outcomes }) => {
  beforeAll(() => stage.clear());

  test.each(cellsOf(outcomes))('$actor: $outcome', async ({ actor, outcome }) => {
    using cleanUp = new DisposableStack();
    const scene = { stage, world: await createWorld(stage), actor, cleanUp };
    await judge(scene, { path, call: calls[name], outcome, outcomes });
  });
});
