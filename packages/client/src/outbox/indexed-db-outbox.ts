import { Dexie, type EntityTable, liveQuery } from 'dexie';
import { databaseName } from './database-name.ts';
import { isOutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

interface Row {
  /** Given by the database, rising. */
  order: number;
  person: string;
  id: string;
  /** As it was written, perhaps by another version of this page. */
  entry: unknown;
}

type Rows = Dexie & { entries: EntityTable<Row, 'order'> };

/** @param person Who, and of which server: an origin may have chats of several. */
export async function openIndexedDbOutbox(person: string): Promise<OutboxStore> {
  // Strict: on the disk, not only handed to the system, before it counts as kept.
  const database = new Dexie(databaseName, { chromeTransactionDurability: 'strict' }) as Rows;
  database.version(1).stores({ entries: '++order, person, &[person+id]' });
  await database.open();
  const { entries } = database;
  const one = (id: string) => entries.where({ person, id });
  const list = async () => {
    const rows = await entries.where({ person }).sortBy('order');
    return rows.map(({ entry }) => entry).filter(isOutboxEntry);
  };

  return {
    sharedAs: `${databaseName} ${person}`,
    add: (entry) =>
      database.transaction('rw', entries, async () => {
        const changed = await one(entry.id).modify({ entry });
        if (changed === 0) await entries.add({ person, id: entry.id, entry });
      }),
    update: (id, change) =>
      database.transaction('rw', entries, async () => {
        const row = await one(id).first();
        const changed = row && isOutboxEntry(row.entry) ? change(row.entry) : null;
        if (row && changed) await entries.put({ ...row, entry: changed });
        else if (row) await entries.delete(row.order);
        return changed;
      }),
    async remove(id) {
      await one(id).delete();
    },
    list,
    async clear() {
      await entries.where({ person }).delete();
    },
    subscribe(listener) {
      const subscription = liveQuery(list).subscribe({ next: listener, error() {} });
      return () => subscription.unsubscribe();
    },
    close: () => database.close(),
  };
}
