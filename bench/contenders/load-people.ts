import type { LoadPerson } from '../load/dialects/dialect.ts';
import type { Inhabitant } from '../world/shape.ts';

/** Of all whom somebody shares groups with, a screen shows so many at a time. */
const onScreen = 20;

/** These people, as the load generator plays them. */
export async function loadPeople(
  inhabitants: readonly Inhabitant[],
  tokenOf: (userId: number) => Promise<string>,
): Promise<LoadPerson[]> {
  const members = new Map<number, number[]>();
  for (const { userId, conversationIds } of inhabitants) {
    for (const id of conversationIds)
      members.set(id, [...(members.get(id) ?? []), userId].slice(0, onScreen));
  }
  return Promise.all(
    inhabitants.map(async ({ userId, conversationIds }) => {
      const companions = new Set(conversationIds.flatMap((id) => members.get(id) ?? []));
      companions.delete(userId);
      return {
        userId,
        token: await tokenOf(userId),
        conversationIds,
        companionIds: [...companions].slice(0, onScreen),
      };
    }),
  );
}
