/** Whose presence the parts of a screen want to see. */
export interface PresenceWishes {
  /** Returns what takes the wish back. */
  add(userIds: readonly number[]): () => void;
  /** All of them, ascending; where they are too many, those of the latest wishes. */
  userIds(): readonly number[];
}

export function createPresenceWishes(maxUsers: number): PresenceWishes {
  const wishes = new Set<readonly number[]>();
  return {
    add(userIds) {
      // A copy, since two wishes may be the same array.
      const wish = [...userIds];
      wishes.add(wish);
      return () => wishes.delete(wish);
    },
    userIds() {
      const latestFirst = new Set([...wishes].reverse().flat());
      return [...latestFirst].slice(0, maxUsers).sort((a, b) => a - b);
    },
  };
}
