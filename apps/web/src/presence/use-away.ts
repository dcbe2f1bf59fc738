import type { ChatClient } from '@vibe/client';
import { useEffect } from 'react';
import { whenAway } from './when-away.ts';

/** Others see that the person is away while nobody looks at this page. */
export function useAway({ sync }: ChatClient): void {
  useEffect(() => whenAway(sync.setAway), [sync]);
}
