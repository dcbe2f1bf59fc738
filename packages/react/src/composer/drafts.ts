import type { DraftStorage } from './draft-storage.ts';

/** What was begun and not sent, by conversation. */
export interface Drafts {
  read(conversationId: number): string;
  write(conversationId: number, draft: string): void;
  subscribe(listener: () => void): () => void;
  /** Puts into the storage what has not been put there yet. */
  flush(): void;
  /** Reads it anew from the storage, which another tab may have written to. */
  refresh(conversationId: number): void;
  /** Forgets them all: the person signed out. */
  clear(): void;
}

/** Storages write to a disk: not at every keystroke. */
const delayMs = 300;

export function createDrafts(storage: DraftStorage): Drafts {
  const drafts = new Map<number, string>();
  // What could not be kept stays here, so that at least the page has it.
  const unsaved = new Set<number>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = (conversationId: number): string => {
    const draft = drafts.get(conversationId) ?? storage.load(conversationId);
    drafts.set(conversationId, draft);
    return draft;
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const conversationId of unsaved) {
      if (storage.save(conversationId, drafts.get(conversationId) ?? '')) unsaved.delete(conversationId);
    }
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  return {
    read,
    write(conversationId, draft) {
      drafts.set(conversationId, draft);
      unsaved.add(conversationId);
      // A sent one must not come back, whatever happens next.
      if (draft === '') flush();
      else timer ??= setTimeout(flush, delayMs);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    refresh(conversationId) {
      if (unsaved.has(conversationId)) return;
      drafts.delete(conversationId);
      tell();
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      unsaved.clear();
      drafts.clear();
      storage.clear();
      tell();
    },
  };
}
