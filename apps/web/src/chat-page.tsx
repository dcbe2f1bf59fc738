import { useSync } from '@vibe/react';
import { ChatWindow } from './chat-window.tsx';
import { ConversationList } from './conversation-list.tsx';
import { useOpenConversationId } from './route.ts';

/** The list and, beside it or on small screens in its place, the open conversation. */
export function ChatPage() {
  const openId = useOpenConversationId();
  const connection = useSync((state) => state.connection);
  return (
    <div className="panes" data-open={openId !== null}>
      <ConversationList openId={openId} />
      <main className="window">
        {connection === 'offline' && (
          <p className="offline" role="status">
            No connection. Trying again…
          </p>
        )}
        {openId === null ? (
          <p className="notice">Choose a conversation, or start one.</p>
        ) : (
          <ChatWindow key={openId} conversationId={openId} />
        )}
      </main>
    </div>
  );
}
