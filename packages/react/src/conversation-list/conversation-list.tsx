import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { ConnectionNotice } from '../connection/connection-notice.tsx';
import { LazyNewConversation } from '../new-conversation/lazy-new-conversation.tsx';
import { ChatScope } from '../provider/chat-scope.tsx';
import { useChat, useText } from '../provider/use-chat.ts';
import { Problem } from '../ui/problem.tsx';
import { LazyRowMenu } from './lazy-row-menu.tsx';
import { ArchiveHeading, ListHeading } from './list-heading.tsx';
import type { ListRowsHandle } from './list-rows.tsx';
import { ListUnreachable, ListWaiting } from './list-waiting.tsx';
import { ArchivedConversations, CurrentConversations } from './listed-conversations.tsx';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { useDirectConversation, useListSearch } from './use-list-search.ts';
import { useListState } from './use-list-state.ts';
import { useRowDeeds } from './use-row-deeds.ts';

export interface ConversationListProps {
  /** What stands above it: the host page's own. */
  header?: ReactNode;
}

/** Everything that one can write in, and where one begins something new. */
export function ConversationList({ header }: ConversationListProps) {
  const { sync } = useChat();
  const { list } = useText();
  const { state, retry } = useListState();
  const [isArchive, setIsArchive] = useState(false);
  const [isStarting, setIsStarting] = useState(false);
  const found = useListSearch();
  const direct = useDirectConversation(() => found.setQuery(''));
  const { openId, deeds, menu, closeMenu, act, problem } = useRowDeeds();
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<ListRowsHandle>(null);
  const place = useRef(0);
  useEffect(() => sync.followAllTyping(), [sync]);

  const openFirst = () => {
    const [id] = found.ids;
    const [person] = found.people;
    if (!found.isSearching) return;
    if (id !== undefined) deeds.open(id);
    else if (person) direct.start(person.id);
  };
  const shared = {
    openId,
    menuId: menu?.conversationId ?? null,
    deeds,
    handle: rows,
    onLeave: () => field.current?.focus(),
  };
  const start = () => setIsStarting(true);
  const failure = problem ?? direct.problem;
  return (
    <ChatScope>
      <nav className="vc-list" aria-label={list.conversations} tabIndex={-1}>
        {header && <div className="vc-list-header">{header}</div>}
        {isArchive && !found.isSearching ? (
          <ArchiveHeading onLeave={() => setIsArchive(false)} />
        ) : (
          <ListHeading onStart={start} />
        )}
        <SearchField
          field={field}
          query={found.query}
          onChange={found.setQuery}
          onGoDown={() => rows.current?.focusFirst()}
          onEnter={openFirst}
        />
        {/* An open window says it. */}
        {state === 'loaded' && openId === null && <ConnectionNotice />}
        {state === 'loading' && <ListWaiting />}
        {state === 'unreachable' && <ListUnreachable onRetry={retry} />}
        {state === 'loaded' &&
          (found.isSearching ? (
            <SearchResults found={found} direct={direct} {...shared} />
          ) : isArchive ? (
            <ArchivedConversations {...shared} />
          ) : (
            <CurrentConversations
              {...shared}
              place={place}
              onShowArchive={() => setIsArchive(true)}
              onStart={start}
            />
          ))}
        {failure && (
          <div className="vc-list-problem">
            <Problem>{failure}</Problem>
          </div>
        )}
        <Suspense>
          {menu && (
            <LazyRowMenu
              key={`${menu.conversationId} ${menu.point.x} ${menu.point.y}`}
              open={menu}
              onChoose={act}
              onClosed={() => {
                closeMenu();
                rows.current?.focusRow(menu.conversationId);
              }}
            />
          )}
          {isStarting && <LazyNewConversation onClose={() => setIsStarting(false)} />}
        </Suspense>
      </nav>
    </ChatScope>
  );
}
