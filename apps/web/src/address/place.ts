import type { OpenConversation } from '@vibe/react';
import { parseConversationPath } from './conversation-path.ts';

export type SettingsPage = 'settings' | 'profile' | 'password';

/** What an address of ours names. */
export type Place =
  | { kind: 'chat'; open: OpenConversation | null }
  | { kind: 'settings'; page: SettingsPage }
  | { kind: 'signUp' }
  | { kind: 'nowhere' };

export const signUpPath = '/sign-up';

export const settingsPaths = {
  settings: '/settings',
  profile: '/settings/profile',
  password: '/settings/password',
} as const satisfies Record<SettingsPage, string>;

export function parsePlace(path: string, search: string): Place {
  if (path === '/') return { kind: 'chat', open: null };
  if (path === signUpPath) return { kind: 'signUp' };
  const page = settingsPageAt(path);
  if (page) return { kind: 'settings', page };
  const open = parseConversationPath(path, search);
  return open ? { kind: 'chat', open } : { kind: 'nowhere' };
}

const pages = ['settings', 'profile', 'password'] as const satisfies readonly SettingsPage[];

const settingsPageAt = (path: string): SettingsPage | undefined =>
  pages.find((page) => settingsPaths[page] === path);
