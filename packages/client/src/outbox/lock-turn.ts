import { createRollCall } from './roll-call.ts';
import type { Turn } from './turn.ts';

interface Held {
  /** How many use it now. */
  count: number;
  granted: Promise<void>;
  /** Aborted when it was stolen, or everything ends. */
  signal: AbortSignal;
  release(): void;
}

/**
 * Turns by a Web Lock of that name. It is held while there is something to do, not while waiting for the next try. From a
 * tab that does not answer any more it is stolen. That does no harm: what such a tab had under way carries a `clientId`,
 * or a version.
 */
export function lockTurn(locks: LockManager, name: string, lifeSignal: AbortSignal): Turn {
  let holding: Held | null = null;

  const take = (): Held => {
    const lost = new AbortController();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const granted = new Promise<void>((resolve) => {
      let isGranted = false;
      const use = () => {
        isGranted = true;
        resolve();
        return released;
      };
      const end = () => {
        if (holding === held) holding = null;
        if (isGranted) lost.abort();
        // It cannot be had at all: then as if there were none.
        else resolve();
      };
      hold(locks, name, lifeSignal, use).then(end, end);
    });
    const held: Held = { count: 0, granted, signal: AbortSignal.any([lost.signal, lifeSignal]), release };
    return held;
  };

  return {
    async during(work) {
      holding ??= take();
      const held = holding;
      held.count += 1;
      try {
        await held.granted;
        return await work(held.signal);
      } finally {
        held.count -= 1;
        if (held.count === 0) {
          if (holding === held) holding = null;
          held.release();
        }
      }
    },
  };
}

/** Resolves when `use`, which is called once the lock is ours, is done; rejects when it is stolen, or cannot be had. */
async function hold(
  locks: LockManager,
  name: string,
  lifeSignal: AbortSignal,
  use: () => Promise<void>,
): Promise<void> {
  const roll = createRollCall(name);
  const [queue, asking] = [new AbortController(), new AbortController()];
  const begin = (): Promise<void> => {
    asking.abort();
    roll.answer();
    return use();
  };
  const steal = async (): Promise<void> => {
    if (!(await roll.isHolderGone(AbortSignal.any([asking.signal, lifeSignal])))) return;
    queue.abort();
    await locks.request(name, { steal: true }, begin);
  };
  const wait = async (): Promise<void> => {
    try {
      await locks.request(name, { signal: AbortSignal.any([queue.signal, lifeSignal]) }, begin);
    } catch (error) {
      // Stolen from the tab that had it, by this one.
      if (!queue.signal.aborted) throw error;
    }
  };
  try {
    await Promise.all([wait(), steal()]);
  } finally {
    asking.abort();
    roll.close();
  }
}
