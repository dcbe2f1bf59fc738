import { forgetPageOutbox } from '@vibe/client';
import { preferencesKey } from '../preferences/preferences.ts';

/** What everything begins with that this page and its parts keep. */
const prefix = 'vibe-chat';
const signedInKey = `${prefix}:signed-in`;

/** Whether somebody was signed in here when the page was last open. A guess: only the server knows. */
export const wasSignedIn = (): boolean => tryStorage((storage) => storage.getItem(signedInKey) !== null);

export const keepSignedIn = (): boolean =>
  tryStorage((storage) => {
    storage.setItem(signedInKey, 'true');
    return true;
  });

/** Removes all that this browser keeps of a person: drafts, messages on their way. What they prefer is the browser's. */
export function forgetPerson(): void {
  forgetPageOutbox();
  tryStorage((storage) => {
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefix) && key !== preferencesKey);
    for (const key of keys) storage.removeItem(key);
    return true;
  });
}

/** False where nothing may be kept, as in some private windows. */
function tryStorage(use: (storage: Storage) => boolean): boolean {
  try {
    return use(localStorage);
  } catch {
    return false;
  }
}
