import type { Profile } from '@vibe/contract';
import { useSync } from '@vibe/react';

/** Who is signed in; null until it is loaded. */
export const useMe = (): Profile | null => useSync(({ me }) => me?.user ?? null);
