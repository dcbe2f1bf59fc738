/** Tells listeners, once for each sign-in, that it is over. */
export interface SignedOutBell {
  onSignedOut(listener: () => void): () => void;
  ring(): void;
}

export function createSignedOutBell(): SignedOutBell {
  const listeners = new Set<() => void>();
  return {
    onSignedOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ring() {
      for (const listener of [...listeners]) listener();
    },
  };
}
