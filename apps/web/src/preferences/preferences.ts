import type { Theme } from '@vibe/react';

/** What a person chose for this browser. */
export interface Preferences {
  theme: Theme;
  enterSends: boolean;
}

/** public/theme.js reads it too. */
export const preferencesKey = 'vibe-chat:preferences';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** From what was kept; whatever is missing or makes no sense is as it is for everybody. */
export function parsePreferences(kept: string | null): Preferences {
  const { theme, enterSends } = parseObject(kept);
  return {
    theme: themes.find((known) => known === theme) ?? 'auto',
    enterSends: typeof enterSends === 'boolean' ? enterSends : true,
  };
}

function parseObject(json: string | null): { theme?: unknown; enterSends?: unknown } {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
