import { databaseName } from './database-name.ts';
import { openIndexedDbOutbox } from './indexed-db-outbox.ts';
import type { OpenOutbox } from './outbox-store.ts';

/** The page's IndexedDB, for the people of one server; null where there is no page, or no database. */
export function pageOutbox(server: string): OpenOutbox | null {
  if (!('document' in globalThis) || !('indexedDB' in globalThis)) return null;
  return (userId) => openIndexedDbOutbox(`${server} ${userId}`);
}

/** Removes what this browser keeps of anybody's unsent messages: for a page on which nobody is signed in. */
export function forgetPageOutbox(): void {
  try {
    globalThis.indexedDB?.deleteDatabase(databaseName);
  } catch {
    // It is forbidden: then nothing was kept.
  }
}
