import type { OutboxEntry } from './outbox-entry.ts';
import type { OpenOutbox, OutboxStore } from './outbox-store.ts';

/** Keeps it for as long as the process lives. All stores of one opener share what they keep, by person. */
export function memoryOutbox(): OpenOutbox {
  const people = new Map<number, Shared>();
  return async (userId) => {
    const shared = people.get(userId) ?? { entries: new Map(), listeners: new Set() };
    people.set(userId, shared);
    return openMemory(shared);
  };
}

interface Shared {
  entries: Map<string, OutboxEntry>;
  listeners: Set<() => void>;
}

function openMemory({ entries, listeners }: Shared): OutboxStore {
  const own = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    sharedAs: null,
    async add(entry) {
      entries.set(entry.id, entry);
      tell();
    },
    async update(id, change) {
      const entry = entries.get(id);
      const changed = entry ? change(entry) : null;
      if (changed) entries.set(id, changed);
      else entries.delete(id);
      if (entry) tell();
      return changed;
    },
    async remove(id) {
      if (entries.delete(id)) tell();
    },
    list: async () => [...entries.values()],
    async clear() {
      entries.clear();
      tell();
    },
    subscribe(listener) {
      const each = () => listener();
      listeners.add(each);
      own.add(each);
      return () => {
        listeners.delete(each);
        own.delete(each);
      };
    },
    close() {
      for (const listener of own) listeners.delete(listener);
    },
  };
}
