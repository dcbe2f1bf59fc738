import { type ConversationState, conversationTitle, describeFailure } from '@vibe/client';
import { useChat, useConversations, useSync } from '@vibe/react';
import { useState } from 'react';
import { describeMessage } from './describe-message.ts';
import { NewConversation } from './new-conversation.tsx';
import { openConversation } from './route.ts';
import { tokens } from './session.ts';

export function ConversationList({ openId }: { openId: number | null }) {
  const { sync } = useChat();
  const conversations = useConversations();
  const me = useSync((state) => state.me);
  const hasMore = useSync((state) => state.nextKey !== null);
  const [isStarting, setIsStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = () => tokens.signOut().catch((error) => setProblem(describeFailure(error).message));
  const loadMore = () => {
    // What fails for good can be tried again: the button stays.
    sync.loadMoreConversations().catch(() => {});
  };

  return (
    <nav className="list" aria-label="Conversations">
      <header>
        <h1 title={me?.user.fullName}>{me?.user.fullName ?? 'Vibe Chat'}</h1>
        <button type="button" onClick={() => setIsStarting(!isStarting)} aria-expanded={isStarting}>
          New
        </button>
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </header>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {isStarting && <NewConversation onDone={() => setIsStarting(false)} />}
      {conversations === null && <p className="notice">Loading…</p>}
      {conversations?.length === 0 && <p className="notice">No conversations yet. Start one with “New”.</p>}
      <ul>
        {conversations?.map((known) => (
          <ConversationRow key={known.conversation.id} known={known} openId={openId} />
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="link" onClick={loadMore}>
          Show more
        </button>
      )}
    </nav>
  );
}

function ConversationRow({ known, openId }: { known: ConversationState; openId: number | null }) {
  const { conversation } = known;
  const title = useSync(({ chat }) => conversationTitle(chat, conversation));
  const preview = useSync(({ chat }) =>
    conversation.lastMessage ? describeMessage(chat, conversation.lastMessage) : 'No messages yet',
  );
  const { unreadCount } = conversation;
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={conversation.id === openId ? 'page' : undefined}
        onClick={() => openConversation(conversation.id)}
      >
        <span className="title">{title}</span>
        {unreadCount > 0 && (
          <span className="badge" role="img" aria-label={`${unreadCount} unread`}>
            {unreadCount > 999 ? '999+' : unreadCount}
          </span>
        )}
        <span className="preview">{preview}</span>
      </button>
    </li>
  );
}
