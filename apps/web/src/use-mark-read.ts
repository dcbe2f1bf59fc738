import { useChat } from '@vibe/react';
import { useEffect } from 'react';

/** What is shown counts as read while somebody looks at the page. */
export function useMarkRead(conversationId: number, lastSeq: number): void {
  const { sync } = useChat();
  useEffect(() => {
    const mark = () => {
      if (lastSeq > 0 && document.visibilityState === 'visible' && document.hasFocus()) {
        sync.markRead(conversationId, lastSeq);
      }
    };
    mark();
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [sync, conversationId, lastSeq]);
}
