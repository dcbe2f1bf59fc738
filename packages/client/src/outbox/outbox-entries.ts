import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

type Change = (entry: OutboxEntry) => OutboxEntry | null;

/** One change of what an outbox holds. */
export type Deed =
  | { do: 'add'; entry: OutboxEntry }
  | { do: 'update'; id: string; change: Change }
  | { do: 'remove'; id: string };

/** What an outbox holds: what its store keeps, with what was done here and is on its way into the store. */
export interface OutboxEntries {
  /** In the order in which they were added. */
  list(): readonly OutboxEntry[];
  /**
   * Shows at once, all together. Resolves once the store has it, with what is kept after the last deed: null where
   * nothing is.
   */
  change(...deeds: readonly Deed[]): Promise<OutboxEntry | null>;
  /** Looks what the store has: others may have changed it. */
  refresh(): Promise<void>;
  /** Whether it was added here, or was there when the store was first looked at. */
  isOwn(id: string): boolean;
  /** Removes all of it. */
  clear(): Promise<void>;
  /** Lets go of the store, once it has all that it was given. */
  close(): Promise<void>;
}

/** @param onChange Called after each change of `list`. */
export function createOutboxEntries(opened: Promise<OutboxStore>, onChange: () => void): OutboxEntries {
  let stored: readonly OutboxEntry[] = [];
  let waiting: Deed[] = [];
  let last: Promise<unknown> = opened;
  const ownIds = new Set<string>();
  let isRead = false;

  /** What the store made of it counts: others may have changed the same entry. */
  const settle = (deed: Deed, result: OutboxEntry | null): void => {
    stored = applied(stored, deed.do === 'update' ? { ...deed, change: () => result } : deed);
    waiting = waiting.filter((each) => each !== deed);
  };
  /** One after the other, in the order of the calls. */
  const next = <T>(act: (store: OutboxStore) => Promise<T>): Promise<T> => {
    const done = last.then(async () => act(await opened));
    last = done.catch(() => {});
    return done;
  };
  const store = (deed: Deed): Promise<OutboxEntry | null> =>
    next(async (kept) => {
      const result = await keep(kept, deed);
      settle(deed, result);
      return result;
    });

  return {
    list: () => waiting.reduce(applied, stored),
    async change(...deeds) {
      for (const deed of deeds) if (deed.do === 'add') ownIds.add(deed.entry.id);
      waiting.push(...deeds);
      const done = Promise.all(deeds.map(store));
      onChange();
      const results = await done;
      if (deeds.length > 0) onChange();
      return results.at(-1) ?? null;
    },
    refresh: () =>
      next(async (kept) => {
        stored = await kept.list();
        if (!isRead) for (const { id } of stored) ownIds.add(id);
        isRead = true;
        onChange();
      }),
    isOwn: (id) => ownIds.has(id),
    clear: () => next((kept) => kept.clear()),
    close: () => next(async (kept) => kept.close()),
  };
}

async function keep(store: OutboxStore, deed: Deed): Promise<OutboxEntry | null> {
  switch (deed.do) {
    case 'add':
      await store.add(deed.entry);
      return deed.entry;
    case 'update':
      return store.update(deed.id, deed.change);
    case 'remove':
      await store.remove(deed.id);
      return null;
  }
}

/** What a store holds after it. */
function applied(entries: readonly OutboxEntry[], deed: Deed): readonly OutboxEntry[] {
  switch (deed.do) {
    case 'add': {
      const { entry } = deed;
      const isNew = entries.every(({ id }) => id !== entry.id);
      return isNew ? [...entries, entry] : entries.map((each) => (each.id === entry.id ? entry : each));
    }
    case 'update':
      return entries.flatMap((each) => (each.id === deed.id ? (deed.change(each) ?? []) : each));
    case 'remove':
      return entries.filter(({ id }) => id !== deed.id);
  }
}
