import type { OutboxEntry } from './outbox-entry.ts';

/**
 * Where one person's unacknowledged deeds are kept. Several may have the same one open: tabs of a browser, say. Each call
 * is atomic among them, and takes effect in the order in which one of them makes its calls. It may reject: whoever uses
 * it then goes on without it, for as long as the page lives.
 */
export interface OutboxStore {
  /**
   * What all have in common who have it open: under this name they take turns in sending. Null where nobody else can.
   */
  readonly sharedAs: string | null;
  /** Resolves once it would survive a crash. It stands last; one with the same `id` is replaced where it stands. */
  add(entry: OutboxEntry): Promise<void>;
  /**
   * Puts what `change` makes of the entry in its place; null removes it. Resolves with what is kept now: null where
   * nothing is, or was. `change` is synchronous, and may be called again.
   */
  update(id: string, change: (entry: OutboxEntry) => OutboxEntry | null): Promise<OutboxEntry | null>;
  /** Nothing happens where it is not there. */
  remove(id: string): Promise<void>;
  /** All of them, in the order in which they were added. */
  list(): Promise<OutboxEntry[]>;
  /** Removes all that is kept of this person. */
  clear(): Promise<void>;
  /** Calls back after others who have it open changed something, and perhaps after own changes. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Lets go of it; what is kept stays. */
  close(): void;
}

/** Opens a person's store. It may reject, or never answer: that is the same as a store that keeps nothing. */
export type OpenOutbox = (userId: number) => Promise<OutboxStore>;
