import type { PendingMessage } from '@vibe/client';
import { useChat } from '@vibe/react';

export function PendingRow({ conversationId, pending }: { conversationId: number; pending: PendingMessage }) {
  const { sync } = useChat();
  const { clientId, content, failure } = pending;
  return (
    <article className="message own pending">
      <p className="text" dir="auto">
        {content}
      </p>
      {failure ? (
        <footer role="alert">
          <span>{failure.message}</span>
          <button type="button" className="link" onClick={() => sync.retry(conversationId, clientId)}>
            Try again
          </button>
          <button type="button" className="link" onClick={() => sync.discard(conversationId, clientId)}>
            Discard
          </button>
        </footer>
      ) : (
        <footer>sending…</footer>
      )}
    </article>
  );
}
