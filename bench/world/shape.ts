/** Who is in which groups. */
export interface Shape {
  people: number;
  groupSize: number;
  groupsPerPerson: number;
}

export interface Inhabitant {
  userId: number;
  conversationIds: number[];
}

/** Steps through the people in another order for each of somebody's groups, so that these have other members. */
const steps = [1, 7, 11, 13, 17];

export const groupsIn = ({ people, groupSize, groupsPerPerson }: Shape): number =>
  (people / groupSize) * groupsPerPerson;

/** Everybody, and their groups: ids from 1. @throws where it does not come out even */
export function inhabitantsOf(shape: Shape): Inhabitant[] {
  const { people, groupSize, groupsPerPerson } = shape;
  if (people % groupSize !== 0 || groupsPerPerson > steps.length) throw new Error('There is no such shape.');
  const groupsARound = people / groupSize;
  return Array.from({ length: people }, (_, index) => ({
    userId: index + 1,
    conversationIds: steps
      .slice(0, groupsPerPerson)
      .map((step, round) => 1 + round * groupsARound + Math.floor(((index * step) % people) / groupSize)),
  }));
}
