import type { SyncState } from '@vibe/client';
import { useState } from 'react';
import { useSync } from './use-sync.ts';

/** `useSync` for several values at once: an object, or an array, that is made anew each time. It renders when one of them changes. */
export function useSyncFields<T extends object>(select: (state: SyncState) => T): T {
  const [keepEqual] = useState(() => createKeeper<T>());
  return useSync((state) => keepEqual(select(state)));
}

/** Gives the value of before for as long as a new one is equal to it, field by field. */
export function createKeeper<T extends object>(): (next: T) => T {
  let kept: T | null = null;
  return (next) => {
    if (!kept || !areEqual(kept, next)) kept = next;
    return kept;
  };
}

function areEqual(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), Object.values(b)];
  return before.length === after.length && before.every(([, value], index) => Object.is(value, after[index]));
}
