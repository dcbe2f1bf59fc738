import { limits } from '@vibe/contract';
import { describe, expect, it } from 'vitest';
import { emptyPlan, inputOf, isGroup, type Plan, problemsOf } from '../src/new-conversation/plan.ts';
import { person } from './people.ts';

const plan = (fields: Partial<Plan>): Plan => ({ ...emptyPlan, ...fields });
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 2));

describe('a new conversation', () => {
  it('with one person is a direct one', () => {
    expect(inputOf(plan({ people: people(1), name: 'left over' }))).toEqual({ type: 'direct', userId: 2 });
  });

  it('with nobody is none', () => {
    expect(problemsOf(emptyPlan)).toEqual({ people: 'nobody', name: null });
    expect(inputOf(emptyPlan)).toBeNull();
  });

  it('with several people is a group', () => {
    expect(isGroup(plan({ people: people(2) }))).toBe(true);
    expect(inputOf(plan({ people: people(2), name: ' Hills ', historyVisible: false }))).toEqual({
      type: 'group',
      name: 'Hills',
      userIds: [2, 3],
      historyVisible: false,
    });
  });

  it('may be a group of one, where that is wanted', () => {
    expect(inputOf(plan({ people: people(1), isGroupWanted: true, name: 'Two of us' }))?.type).toBe('group');
  });
});

describe('a group', () => {
  it('needs a name that is not too long, in code points', () => {
    const named = (name: string) => problemsOf(plan({ people: people(2), name })).name;
    expect(named('  ')).toBe('missing');
    expect(named('🏃'.repeat(limits.nameChars))).toBeNull();
    expect(named('🏃'.repeat(limits.nameChars + 1))).toBe('tooLong');
  });

  it('has a limit, its maker included', () => {
    const of = (count: number) => problemsOf(plan({ people: people(count), name: 'All' })).people;
    expect(of(limits.groupMembers - 1)).toBeNull();
    expect(of(limits.groupMembers)).toBe('tooMany');
  });
});
