import type { Bus, Notice } from '@vibe/chat';

type Listener = (notice: Notice) => void;

/**
 * The bus of a single instance. It neither drops nor reorders. Each listener is called in a microtask of its own, so one
 * that throws keeps nothing from the others.
 */
export function memoryBus(): Bus {
  const listeners = new Set<{ hear: Listener }>();
  return {
    publish(notice) {
      for (const listener of listeners) {
        queueMicrotask(() => {
          if (listeners.has(listener)) listener.hear(notice);
        });
      }
    },
    subscribe(hear) {
      const listener = { hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: () => () => {},
    isConnected: true,
  };
}
