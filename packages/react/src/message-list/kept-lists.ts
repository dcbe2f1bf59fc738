/** A list of messages in the page, on the screen or out of sight. */
export interface KeptList {
  conversationId: number;
  /** The later a list was shown, the greater. */
  turn: number;
}

/** So many are in the page. */
const most = 5;

/**
 * With the one that is to be shown; beyond `most`, without the one that was shown longest ago. The others stay where they
 * are: what is moved about in the page loses its place.
 */
export function keepList(lists: readonly KeptList[], conversationId: number): readonly KeptList[] {
  const turn = 1 + Math.max(0, ...lists.map((list) => list.turn));
  const others = lists.filter((list) => list.conversationId !== conversationId);
  if (others.length < lists.length) {
    return lists.map((list) => (list.conversationId === conversationId ? { ...list, turn } : list));
  }
  const oldest = Math.min(...lists.map((list) => list.turn));
  const stay = lists.length < most ? lists : lists.filter((list) => list.turn !== oldest);
  return [...stay, { conversationId, turn }];
}
