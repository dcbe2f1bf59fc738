import { expect } from 'vitest';
import type { AnyCall, Scene } from './call.ts';
import { carryOut, type Given } from './carry-out.ts';
import { differingTables } from './database-digest.ts';
import { foreignEmails } from './emails.ts';
import type { Outcome } from './matrix.ts';
import { kindOf } from './perform.ts';
import type { Outcomes } from './rows.ts';
import type { Actor } from './world.ts';

/** One cell of the matrix. */
export interface Cell {
  path: string;
  call: AnyCall;
  outcome: Outcome;
  /** What the same call comes to for everybody. */
  outcomes: Outcomes;
}

/** Calls it as the scene's actor, and holds what comes of it against the matrix. */
export async function judge(scene: Scene, cell: Cell): Promise<void> {
  const { path, call, outcome } = cell;
  const headers = (await call.prepare?.(scene)) ?? {};
  const given: Given = { input: call.input(scene), headers };
  const before = await scene.stage.digest();
  const result = await carryOut(scene, path, call, given);

  if (outcome === 'ok') {
    expectDone(scene, call, result);
    expect(foreignEmails(scene, path, given.input, result)).toEqual([]);
  } else {
    expect(result).toEqual(outcome === 'empty' ? { answer: call.nothing } : { code: outcome });
  }
  if (outcome !== 'ok' || kindOf(path) !== 'subscription') {
    const isChanged = outcome === 'ok' && kindOf(path) === 'mutation';
    expect(differingTables(before, await scene.stage.digest())).toEqual(isChanged ? call.changes : []);
  }
  if (outcome !== 'ok') await expectPremise(scene, cell, given.input);
}

function expectDone(scene: Scene, call: AnyCall, result: unknown): void {
  expect(result).toHaveProperty('answer');
  if (call.answer) expect(result).toMatchObject({ answer: call.answer(scene) });
}

/**
 * It was refused for who asked, and for nothing else: the very same call is answered as soon as the reason is gone, or
 * when somebody makes it to whom it is allowed.
 */
async function expectPremise(scene: Scene, cell: Cell, input: unknown): Promise<void> {
  const actor = await whoMay(scene, cell);
  if (!actor) return;
  const repeated = { ...scene, actor };
  const headers = (await cell.call.prepare?.(repeated)) ?? {};
  const result = await carryOut(repeated, cell.path, cell.call, { input, headers });
  expectDone(repeated, cell.call, result);
}

async function whoMay({ world, actor }: Scene, { path, outcome, outcomes }: Cell): Promise<Actor | null> {
  if (outcome === 'BLOCKED') {
    await world.unblock();
    return actor;
  }
  if (actor === 'removed' && outcomes.member === 'ok') {
    await world.readmit();
    return actor;
  }
  if (actor === 'blocked' && path.startsWith('message.')) return 'blocker';
  // What is for groups nobody may do in a conversation of two.
  if (actor === 'blocked' && path.startsWith('conversation.') && path !== 'conversation.create') return null;
  // What nobody in the row may do, the message's author may.
  return preferred.find((one) => outcomes[one] === 'ok') ?? 'somebody';
}

const preferred = ['member', 'admin', 'owner', 'platformAdmin', 'scopedService'] as const;
