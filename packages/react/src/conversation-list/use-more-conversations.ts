import { useEffect } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** So many rows before the end more are asked for. */
const aheadRows = 15;

/** Loads the next page when the end of the list comes near. Returns whether there is one. */
export function useMoreConversations(count: number, lastSeen: number): boolean {
  const { sync } = useChat();
  const nextKey = useSync((state) => state.nextKey);
  const isNear = lastSeen + aheadRows >= count;
  useEffect(() => {
    if (nextKey === null || !isNear) return;
    // What fails for good is asked for again by whoever scrolls on.
    sync.loadMoreConversations().catch(() => {});
  }, [sync, nextKey, isNear]);
  return nextKey !== null;
}
