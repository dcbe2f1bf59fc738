import { type ConversationState, conversationTitle, hasOlder, latestRun } from '@vibe/client';
import { useChat, useConversation, useSync, useTyping } from '@vibe/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Composer } from './composer.tsx';
import { nameOf } from './describe-message.ts';
import { MessageRow } from './message-row.tsx';
import { PendingRow } from './pending-row.tsx';
import { openConversation } from './route.ts';
import { useMarkRead } from './use-mark-read.ts';

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
  const scroller = useScrolledToEnd(lastSeq + pending.length);
  useMarkRead(id, lastSeq);
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
      <section className="messages" ref={scroller} aria-label="Messages">
        {hasOlder(known) && (
          <button type="button" className="link" onClick={() => sync.loadOlder(id)}>
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

/** Follows the end of the list for as long as the reader is there. */
function useScrolledToEnd(contentKey: number) {
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    };
    element.addEventListener('scroll', watch);
    return () => element.removeEventListener('scroll', watch);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is what moves it
  useLayoutEffect(() => {
    if (isAtEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [contentKey]);
  return scroller;
}
