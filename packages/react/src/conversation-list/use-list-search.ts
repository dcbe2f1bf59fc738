import { type ChatState, listedConversations } from '@vibe/client';
import { useDeferredValue, useMemo, useState } from 'react';
import { directWith } from '../people/direct-with.ts';
import { usePeopleSearch } from '../people/use-people-search.ts';
import { useOpenConversation } from '../provider/open-conversation.ts';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { createKeeper } from '../provider/use-sync-fields.ts';
import { useDeed } from '../ui/use-deed.ts';
import { matchingConversations } from './matching.ts';

/** What is found for what was typed: loaded conversations, archived ones too, and people with whom there is none yet. */
export function useListSearch() {
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const isSearching = typed !== '';
  const sought = useDeferredValue(typed);
  const search = usePeopleSearch(isSearching ? typed : null);
  const chat = useSync((state) => (isSearching ? state.chat : null));
  const [keepEqual] = useState(() => createKeeper<readonly number[]>());
  const ids = useMemo(() => keepEqual(chat ? matchingIds(chat, sought) : []), [keepEqual, chat, sought]);
  const people = chat ? search.people.filter(({ id }) => directWith(chat, id) === null) : [];
  return { query, setQuery, isSearching, sought, ids, search, people };
}

function matchingIds(chat: ChatState, query: string): number[] {
  const listed = [false, true].flatMap((archived) => listedConversations(chat, { archived }));
  return matchingConversations(chat, listed, query).map(({ conversation }) => conversation.id);
}

/** Opens the direct conversation with somebody, which is made where there is none. */
export function useDirectConversation(onOpened: () => void) {
  const { sync } = useChat();
  const { setOpen } = useOpenConversation();
  const [userId, setUserId] = useState<number | null>(null);
  const deed = useDeed(async (id: number) => {
    setOpen({ conversationId: await sync.createConversation({ type: 'direct', userId: id }) });
    onOpened();
  });
  const start = (id: number) => {
    if (deed.isBusy) return;
    setUserId(id);
    deed.run(id);
  };
  return { start, busyId: deed.isBusy ? userId : null, problem: deed.problem };
}
