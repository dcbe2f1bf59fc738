import type { SyncState } from '@vibe/client';
import { useSyncExternalStore } from 'react';
import { useChat } from './use-chat.ts';

/**
 * A part of the chat's state. `select` must give the same value for the same state: it decides what renders.
 *
 * @param isPaused Nobody sees it: what happens meanwhile renders nothing.
 */
export function useSync<T>(select: (state: SyncState) => T, isPaused = false): T {
  const { sync } = useChat();
  const read = () => select(sync.getState());
  return useSyncExternalStore(isPaused ? followNothing : sync.subscribe, read, read);
}

/** In the place of a `subscribe`: nothing is heard, and there is nothing to end. */
export const followNothing = () => () => {};
