import type { PendingMessage } from '@vibe/client';
import { useChat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { Button } from '../ui/button.tsx';

const none: readonly PendingMessage[] = [];

/** What the person wrote where they can write no more: their words stay theirs until they discard them. */
export function UnsentMessages({ conversationId }: { conversationId: number }) {
  const { sync } = useChat();
  const { window, messages } = useText();
  const pending = useSync(({ chat }) => chat.pending.get(conversationId) ?? none);
  if (pending.length === 0) return null;
  return (
    <ul className="vc-window-unsent" aria-label={window.unsent}>
      {pending.map(({ clientId, content, failure }) => (
        <li key={clientId}>
          <p dir="auto">{content}</p>
          <p className="vc-window-unsent-reason">{failure?.message}</p>
          {failure && (
            <Button kind="plain" onClick={() => sync.discard(conversationId, clientId)}>
              {messages.discard}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
