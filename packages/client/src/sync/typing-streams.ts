/** Follows one conversation's typing, or that of all. Returns what ends it. */
type Open = (conversationId: number | null) => () => void;

interface Wish {
  count: number;
  /** Ends its stream; null while there is none of its own. */
  end: (() => void) | null;
}

/**
 * The streams that the wishes need: one for everything as soon as somebody wants everything, else one for each
 * conversation wanted. Everybody who wants the same shares it.
 */
export function createTypingStreams(open: Open): { follow(conversationId: number | null): () => void } {
  const wishes = new Map<number | null, Wish>();

  const settle = (): void => {
    const hasAll = wishes.has(null);
    for (const [conversationId, wish] of wishes) {
      const isNeeded = conversationId === null || !hasAll;
      if (isNeeded) wish.end ??= open(conversationId);
      else drop(wish);
    }
  };
  const drop = (wish: Wish): void => {
    wish.end?.();
    wish.end = null;
  };

  return {
    follow(conversationId) {
      const wish = wishes.get(conversationId) ?? { count: 0, end: null };
      wishes.set(conversationId, wish);
      wish.count += 1;
      settle();
      let isWanted = true;
      return () => {
        if (!isWanted) return;
        isWanted = false;
        wish.count -= 1;
        if (wish.count > 0) return;
        wishes.delete(conversationId);
        drop(wish);
        settle();
      };
    },
  };
}
