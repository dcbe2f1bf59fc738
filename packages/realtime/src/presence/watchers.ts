import type { Presence } from '@vibe/contract';
import type { Log } from '../log.ts';
import { after } from '../timer.ts';
import type { Watcher } from './watcher.ts';

/** Memberships change in bursts: the rights that follow from them are asked for once. */
const recheckMs = 200;

/** Every watcher, found by its reader and by each person it watches. */
export class Watchers {
  readonly #check: (watcher: Watcher) => Promise<void>;
  readonly #log: Log;
  readonly #byUser = new Map<number, Set<Watcher>>();
  readonly #rechecks = new Map<Watcher, () => void>();

  /** `check` renews whom a watcher may see, and shows it the new ones. */
  constructor(check: (watcher: Watcher) => Promise<void>, log: Log) {
    this.#check = check;
    this.#log = log;
  }

  add(watcher: Watcher): void {
    for (const userId of involved(watcher)) {
      const watchers = this.#byUser.get(userId) ?? new Set();
      this.#byUser.set(userId, watchers.add(watcher));
    }
  }

  delete(watcher: Watcher): void {
    this.#rechecks.get(watcher)?.();
    this.#rechecks.delete(watcher);
    for (const userId of involved(watcher)) {
      const watchers = this.#byUser.get(userId);
      watchers?.delete(watcher);
      if (watchers?.size === 0) this.#byUser.delete(userId);
    }
  }

  clear(): void {
    for (const cancel of this.#rechecks.values()) cancel();
    this.#rechecks.clear();
    this.#byUser.clear();
  }

  show(presence: Presence): void {
    for (const watcher of this.#byUser.get(presence.userId) ?? []) watcher.show(presence);
  }

  /** That person came into a conversation, or left one: who may see whom may have changed. */
  recheck(userId: number): void {
    for (const watcher of this.#byUser.get(userId) ?? []) this.#schedule(watcher);
  }

  #schedule(watcher: Watcher): void {
    if (this.#rechecks.has(watcher)) return;
    const cancel = after(recheckMs, () => {
      this.#rechecks.delete(watcher);
      void this.#recheck(watcher);
    });
    this.#rechecks.set(watcher, cancel);
  }

  async #recheck(watcher: Watcher): Promise<void> {
    try {
      await this.#check(watcher);
    } catch (error) {
      this.#log('who may see whose presence could not be checked; it is tried again', error);
      if (this.#byUser.get(watcher.readerId)?.has(watcher)) this.#schedule(watcher);
    }
  }
}

const involved = (watcher: Watcher): Set<number> => new Set([watcher.readerId, ...watcher.userIds]);
