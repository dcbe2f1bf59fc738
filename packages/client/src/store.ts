/** A value that changes as a whole and tells who listens: the shape that React's `useSyncExternalStore` takes. */
export interface Store<T> {
  getState(): T;
  /** Calls back after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  update(change: (state: T) => T): void;
}

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    getState: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const next = change(current);
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
