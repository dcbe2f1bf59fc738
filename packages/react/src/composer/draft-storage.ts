/** Where one person's drafts outlive the page: an entry for each conversation, so that tabs leave each other's alone. */
export interface DraftStorage {
  load(conversationId: number): string;
  /** Blank drafts are removed. False where it could not be kept. */
  save(conversationId: number, draft: string): boolean;
  /** Forgets all of the person's. */
  clear(): void;
}

/** More than that, and the oldest are dropped. */
export const maxDrafts = 50;

/** @param storage Null where the browser has none for us, as with its cookies switched off. */
export function createDraftStorage(storage: Storage | null, userId: number): DraftStorage {
  if (!storage) return { load: () => '', save: () => false, clear() {} };
  const prefix = `vibe-chat:draft:${userId}:`;
  const keyOf = (conversationId: number) => prefix + conversationId;

  return {
    load(conversationId) {
      return parseEntry(storage.getItem(keyOf(conversationId))).draft;
    },
    save(conversationId, draft) {
      const key = keyOf(conversationId);
      if (draft.trim() === '') {
        storage.removeItem(key);
        return true;
      }
      const entry = JSON.stringify({ draft, savedAt: Date.now() });
      dropOldest(storage, prefix, maxDrafts, key);
      if (put(storage, key, entry)) return true;
      dropOldest(storage, prefix, 1, key);
      return put(storage, key, entry);
    },
    clear: () => dropOldest(storage, prefix, 0),
  };
}

function put(storage: Storage, key: string, entry: string): boolean {
  try {
    storage.setItem(key, entry);
    return true;
  } catch {
    return false;
  }
}

/** Leaves at most that many entries; with a `keptKey`, one less beside its own. */
function dropOldest(storage: Storage, prefix: string, atMost: number, keptKey?: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const others = keys
    .filter((key) => key.startsWith(prefix) && key !== keptKey)
    .map((key) => ({ key, savedAt: parseEntry(storage.getItem(key)).savedAt }))
    .sort((a, b) => b.savedAt - a.savedAt);
  for (const { key } of others.slice(keptKey === undefined ? atMost : atMost - 1)) storage.removeItem(key);
}

/** Whatever stands there may have been written by another version, or by hand. */
function parseEntry(entry: string | null): { draft: string; savedAt: number } {
  if (entry === null) return none;
  try {
    const value: unknown = JSON.parse(entry);
    if (typeof value !== 'object' || value === null) return none;
    const draft = 'draft' in value && typeof value.draft === 'string' ? value.draft : '';
    const savedAt = 'savedAt' in value && typeof value.savedAt === 'number' ? value.savedAt : 0;
    return { draft, savedAt };
  } catch {
    return none;
  }
}

const none = { draft: '', savedAt: 0 };
