import { type ConversationState, conversationTitle, hasOlder, latestRun } from '@vibe/client';
import { useChat, useConversation, useSync, useTyping } from '@vibe/react';
import { useEffect } from 'react';
import { Composer } from './composer.tsx';
import { nameOf } from './describe-message.ts';
import { MessageRow } from './message-row.tsx';
import { PendingRow } from './pending-row.tsx';
import { openConversation } from './route.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useStickyScroll } from './use-sticky-scroll.ts';

const none: [] = [];

export function ChatWindow({ conversationId }: { conversationId: number }) {
  const known = useConversation(conversationId);
  useEffect(() => {
    if (known === 'absent') openConversation(null);
  }, [known]);
  if (known === 'absent') return <p className="notice">This conversation is not there for you.</p>;
  if (known === null) return <p className="notice">Loading…</p>;
  return <LoadedWindow known={known} />;
}

function LoadedWindow({ known }: { known: ConversationState }) {
  const { id } = known.conversation;
  const { sync } = useChat();
  const title = useSync(({ chat }) => conversationTitle(chat, known.conversation));
  const pending = useSync(({ chat }) => chat.pending.get(id) ?? none);
  const messages = latestRun(known);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const { ref, isAtEnd, onScroll, toEnd } = useStickyScroll(messages[0]?.seq ?? 0, pending.at(-1)?.clientId);
  useMarkRead(id, isAtEnd ? lastSeq : 0);
  const loadOlder = () => {
    // What fails for good can be tried again: the button stays.
    sync.loadOlder(id).catch(() => {});
  };
  const { type, participantCount } = known.conversation;

  return (
    <>
      <header>
        <button type="button" className="back" onClick={() => openConversation(null)} aria-label="Back">
          ‹
        </button>
        <h2 title={title}>{title}</h2>
        {type === 'group' && <span className="count">{participantCount} members</span>}
      </header>
      <section className="messages" ref={ref} onScroll={onScroll} aria-label="Messages">
        {hasOlder(known) && (
          <button type="button" className="link" onClick={loadOlder}>
            Show older messages
          </button>
        )}
        {messages.map((message) => (
          <MessageRow key={message.seq} known={known} message={message} />
        ))}
        {pending.map((each) => (
          <PendingRow key={each.clientId} conversationId={id} pending={each} />
        ))}
      </section>
      {!isAtEnd && (
        <button type="button" className="link to-end" onClick={toEnd}>
          To the latest message
        </button>
      )}
      <TypingLine conversationId={id} />
      <Composer conversationId={id} />
    </>
  );
}

function TypingLine({ conversationId }: { conversationId: number }) {
  const userIds = useTyping(conversationId);
  const names = useSync(({ chat }) => userIds.map((userId) => nameOf(chat, userId)).join(', '));
  return (
    <p className="typing" aria-live="polite">
      {names && `${names} ${userIds.length > 1 ? 'are' : 'is'} typing…`}
    </p>
  );
}
