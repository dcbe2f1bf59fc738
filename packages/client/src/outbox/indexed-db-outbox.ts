import { type DBSchema, type IDBPObjectStore, openDB } from 'idb';
import { databaseName } from './database-name.ts';
import { isOutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Keys rise in the order in which entries were added. */
interface Schema extends DBSchema {
  entries: {
    key: number;
    value: {
      person: string;
      id: string;
      /** As it was written, perhaps by another version of this page. */
      entry: unknown;
    };
    indexes: { person: string; id: [person: string, id: string] };
  };
}

type Entries = IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>;

/** @param person Who, and of which server: an origin may have chats of several. */
export async function openIndexedDbOutbox(person: string): Promise<OutboxStore> {
  const database = await openDB<Schema>(databaseName, 1, {
    upgrade(opened) {
      const entries = opened.createObjectStore('entries', { autoIncrement: true });
      entries.createIndex('person', 'person');
      entries.createIndex('id', ['person', 'id'], { unique: true });
    },
    // Another page removes it, or makes a newer version of it: that must not wait for this one.
    blocking: (_from, _to, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const sharedAs = `${databaseName} ${person}`;
  const news = new BroadcastChannel(sharedAs);

  const write = async <T>(work: (entries: Entries) => Promise<T>): Promise<T> => {
    // Strict: on the disk, not only handed to the system, before it counts as kept.
    const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
    const [done] = await Promise.all([work(transaction.store), transaction.done]);
    news.postMessage('changed');
    return done;
  };
  const keyOf = (entries: Entries, id: string) => entries.index('id').getKey([person, id]);

  return {
    sharedAs,
    add: (entry) =>
      write(async (entries) => {
        const { id } = entry;
        await entries.put({ person, id, entry }, await keyOf(entries, id));
      }),
    update: (id, change) =>
      write(async (entries) => {
        const key = await keyOf(entries, id);
        if (key === undefined) return null;
        const kept = await entries.get(key);
        const changed = isOutboxEntry(kept?.entry) ? change(kept.entry) : null;
        if (changed) await entries.put({ person, id, entry: changed }, key);
        else await entries.delete(key);
        return changed;
      }),
    remove: (id) =>
      write(async (entries) => {
        const key = await keyOf(entries, id);
        if (key !== undefined) await entries.delete(key);
      }),
    async list() {
      const rows = await database.getAllFromIndex('entries', 'person', person);
      return rows.map(({ entry }) => entry).filter(isOutboxEntry);
    },
    clear: () =>
      write(async (entries) => {
        for (const key of await entries.index('person').getAllKeys(person)) await entries.delete(key);
      }),
    subscribe(listener) {
      const hear = () => listener();
      news.addEventListener('message', hear);
      return () => news.removeEventListener('message', hear);
    },
    close() {
      news.close();
      database.close();
    },
  };
}
