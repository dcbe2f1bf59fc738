import type { Conversation, Message } from '@vibe/contract';
import { useLayoutEffect, useRef, useState } from 'react';
import type { PlainApi } from './api.ts';
import { useHistory } from './use-history.ts';

interface PlainChatProps {
  api: PlainApi;
  conversations: readonly Conversation[];
  loaded: ReadonlyMap<number, readonly Message[]>;
  first: number;
}

export function PlainChat({ api, conversations, loaded, first }: PlainChatProps) {
  const [openId, setOpenId] = useState(first);
  const [text, setText] = useState('');
  const { messages, loadOlder } = useHistory(api, loaded, openId);
  const list = useRef<HTMLElement>(null);
  const isThere = messages.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is shown from its end
  useLayoutEffect(() => {
    if (isThere) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [openId, isThere]);
  return (
    <>
      <nav aria-label="Conversations">
        {conversations.map(({ id, name, lastMessage }) => (
          <button key={id} type="button" onClick={() => setOpenId(id)}>
            <span>{name}</span>
            <small>{lastMessage?.content}</small>
          </button>
        ))}
      </nav>
      <main>
        <section
          ref={list}
          aria-label="Messages"
          onScroll={(event) => event.currentTarget.scrollTop < 200 && loadOlder()}
        >
          {messages.map((message) => (
            <article key={message.id}>
              <small>{new Date(message.createdAt).toLocaleTimeString()}</small>
              <p>{message.content}</p>
            </article>
          ))}
        </section>
        <textarea aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      </main>
    </>
  );
}
