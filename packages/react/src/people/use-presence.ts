import type { Presence } from '@vibe/contract';
import { useEffect } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** Keeps the presence of those people current for as long as they are on the screen. */
export function useFollowedPresence(userIds: readonly number[]): void {
  const { sync } = useChat();
  const key = userIds.join();
  useEffect(() => {
    if (key === '') return;
    return sync.followPresence(key.split(',').map(Number));
  }, [sync, key]);
}

/** How a person who is followed is now; undefined where that is not known. */
export const usePresenceOf = (userId: number): Presence | undefined =>
  useSync(({ presences }) => presences.get(userId));
