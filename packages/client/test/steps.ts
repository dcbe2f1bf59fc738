import fc from 'fast-check';
import type { Step } from '../src/testing/conversation-model.ts';

const index = fc.nat({ max: 20 });

/** Anything that can happen in a group; much of it is sending. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), who: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('join', 'remove', 'promote', 'renameUser'), who: index }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('edit', 'delete'), message: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('read', 'deliver'), who: index, seq: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rename', 'prefer') }) },
);

export const anySteps = fc.array(anyStep, { maxLength: 40, size: 'max' });
