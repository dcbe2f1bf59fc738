import type { Connection } from '@vibe/client';
import { useSyncExternalStore } from 'react';
import { useSync } from '../provider/use-sync.ts';

/** How the chat is connected. A browser without a network knows it at once; a socket finds out when it next asks. */
export function useConnection(): Connection {
  const connection = useSync((state) => state.connection);
  const hasNetwork = useSyncExternalStore(subscribe, () => navigator.onLine);
  return connection === 'live' && !hasNetwork ? 'offline' : connection;
}

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}
