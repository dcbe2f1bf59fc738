import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** Whether there is something to list. */
export function useListState(): { state: 'loading' | 'unreachable' | 'loaded'; retry: () => void } {
  const { sync } = useChat();
  const state = useSync(({ me, connection }) => {
    if (me) return 'loaded';
    return connection === 'offline' ? 'unreachable' : 'loading';
  });
  return { state, retry: sync.loadNow };
}
