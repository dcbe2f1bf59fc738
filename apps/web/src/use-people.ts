import type { Profile } from '@vibe/contract';
import { useChat } from '@vibe/react';
import { useEffect, useState } from 'react';

const pauseMs = 200;
const nobody: Profile[] = [];

/** People whose name has the query in it, once the typing pauses; nobody for an empty query. */
export function usePeople(query: string): Profile[] {
  const { api } = useChat();
  const [people, setPeople] = useState(nobody);
  useEffect(() => {
    const end = new AbortController();
    const search = async () => {
      if (query.trim() === '') return setPeople(nobody);
      const page = await api.user.search.query({ query, limit: 10 }, { signal: end.signal });
      if (!end.signal.aborted) setPeople(page.users);
    };
    const timer = setTimeout(() => search().catch(() => {}), pauseMs);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [api, query]);
  return people;
}
