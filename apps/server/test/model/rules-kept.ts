import { expect } from 'vitest';
import { brokenRules } from './delivery-rules.ts';
import { brokenSends } from './sends.ts';
import { brokenInStore } from './stored-rules.ts';
import type { World } from './world.ts';

/** What must hold of the whole way, and not only of its end. */
export async function expectRulesKept(world: World): Promise<void> {
  const { record } = world.stage;
  const broken = world.people.flatMap(({ caller, devices }) =>
    devices.flatMap(({ line, violations }) => [
      ...violations,
      ...brokenRules(record, caller.userId, line.received),
    ]),
  );
  expect([...broken, ...brokenSends(world), ...(await brokenInStore(world))]).toEqual([]);
}
