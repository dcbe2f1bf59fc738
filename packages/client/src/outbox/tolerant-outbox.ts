import { wait } from '../wait.ts';
import { memoryOutbox } from './memory-outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OpenOutbox, OutboxStore } from './outbox-store.ts';

/**
 * A store that does not answer for so many steps is not waited for any more. They are counted, not timed: a device that
 * slept in the middle of a call finds its timers due before the answer, and that is no fault of the store's.
 */
const patienceSteps = 6;
const stepMs = 500;

/**
 * A store that is full, broken, forbidden or silent keeps nothing, and fails nothing: at the first call that fails, what
 * is known of it goes on in memory. Where that has happened already at the opening, it is memory from the start.
 */
export async function tolerantOutbox(open: OpenOutbox, userId: number): Promise<OutboxStore> {
  const memory = await memoryOutbox()(userId);
  const opened = await inTime(open(userId)).catch(() => null);
  return opened ? withFallback(opened, memory) : memory;
}

function withFallback(store: OutboxStore, memory: OutboxStore): OutboxStore {
  let isBroken = false;

  /** Does it in both, so that memory can go on at any moment. */
  const both = async <T>(act: (store: OutboxStore) => Promise<T>): Promise<T> => {
    const kept = isBroken ? null : await settled(act(store));
    isBroken ||= kept === null;
    const remembered = await act(memory);
    return kept ? kept.value : remembered;
  };
  const remember = async (entries: readonly OutboxEntry[]): Promise<void> => {
    await memory.clear();
    for (const entry of entries) await memory.add(entry);
  };
  /** Also where adding fails, for want of room, say: what is done must not be done again by the next page. */
  const lastTry = (act: Promise<unknown>): void => void act.catch(() => {});

  return {
    sharedAs: store.sharedAs,
    add: (entry) => both((each) => each.add(entry)),
    update: (id, change) => both((each) => each.update(id, change)),
    async remove(id) {
      if (isBroken) lastTry(store.remove(id));
      await both((each) => each.remove(id));
    },
    async list() {
      const kept = isBroken ? null : await settled(store.list());
      isBroken ||= kept === null;
      if (kept) await remember(kept.value);
      return memory.list();
    },
    async clear() {
      if (isBroken) lastTry(store.clear());
      await both((each) => each.clear());
    },
    subscribe: (listener) => store.subscribe(listener),
    close: () => store.close(),
  };
}

/** Null where it failed. */
const settled = <T>(call: Promise<T>): Promise<{ value: T } | null> =>
  inTime(call).then(
    (value) => ({ value }),
    () => null,
  );

async function inTime<T>(call: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = patience(done.signal).then(() => {
    throw new Error('The store does not answer.');
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    late.catch(() => {});
    done.abort();
  }
}

async function patience(signal: AbortSignal): Promise<void> {
  for (let left = patienceSteps; left > 0 && !signal.aborted; left -= 1) await wait(stepMs, signal);
}
