import { type CreateConversationInput, limits, type User } from '@vibe/contract';

/** What the form holds. */
export interface Plan {
  people: readonly User[];
  /** It was asked for; with two people or more it is one anyway. */
  isGroupWanted: boolean;
  name: string;
  historyVisible: boolean;
}

/** By field; null where nothing is wrong. */
export interface PlanProblems {
  people: 'nobody' | 'tooMany' | null;
  name: 'missing' | 'tooLong' | null;
}

export const emptyPlan: Plan = { people: [], isGroupWanted: false, name: '', historyVisible: true };

export const isGroup = ({ people, isGroupWanted }: Plan): boolean => isGroupWanted || people.length > 1;

/** In code points, as the limits are. */
const lengthOf = (name: string): number => [...name].length;

export function problemsOf(plan: Plan): PlanProblems {
  if (!isGroup(plan)) return { people: plan.people.length === 0 ? 'nobody' : null, name: null };
  return {
    people: plan.people.length >= limits.groupMembers ? 'tooMany' : null,
    name: nameProblem(plan.name),
  };
}

function nameProblem(name: string): PlanProblems['name'] {
  if (name.trim() === '') return 'missing';
  return lengthOf(name.trim()) > limits.nameChars ? 'tooLong' : null;
}

/** What the server is asked for; null while something is wrong. */
export function inputOf(plan: Plan): CreateConversationInput | null {
  const problems = problemsOf(plan);
  const [first] = plan.people;
  if (problems.people || problems.name) return null;
  if (!isGroup(plan)) return first ? { type: 'direct', userId: first.id } : null;
  const { people, name, historyVisible } = plan;
  return { type: 'group', name: name.trim(), userIds: people.map(({ id }) => id), historyVisible };
}
