import { useSyncExternalStore } from 'react';
import { type Preferences, parsePreferences, preferencesKey } from './preferences.ts';

const listeners = new Set<() => void>();
let current = parsePreferences(read());

/** What this browser's person chose, also when they choose it in another tab. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);

export function setPreferences(changes: Partial<Preferences>): void {
  take({ ...current, ...changes });
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(current));
  } catch {
    // Where nothing may be kept, it holds for as long as the page does.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function take(preferences: Preferences): void {
  current = preferences;
  if (current.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current.theme;
  for (const listener of [...listeners]) listener();
}

function read(): string | null {
  try {
    return localStorage.getItem(preferencesKey);
  } catch {
    return null;
  }
}

window.addEventListener('storage', ({ key }) => {
  if (key === preferencesKey || key === null) take(parsePreferences(read()));
});
