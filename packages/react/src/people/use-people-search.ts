import { describeFailure } from '@vibe/client';
import type { Profile } from '@vibe/contract';
import { useEffect, useState } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { matchesName } from './match-name.ts';

/** People by name, as the server finds them: those whom one may contact, oneself apart. */
export interface PeopleSearch {
  /** While an answer is on its way: those of the last one that still match. */
  people: readonly Profile[];
  isLoading: boolean;
  /** There are more than these: the name has to be typed further. */
  hasMore: boolean;
  /** Why there is no answer; null while nothing is wrong. */
  problem: string | null;
  retry(): void;
}

interface Answer {
  question: string;
  people: readonly Profile[];
  hasMore: boolean;
  problem: string | null;
}

/** So long nothing was typed, then it is asked. */
const pauseMs = 200;
const pageRows = 30;
const noAnswer: Answer = { question: '', people: [], hasMore: false, problem: null };

/** @param query What was typed; the empty one finds the first people by name. Null: nobody is looked for. */
export function usePeopleSearch(query: string | null): PeopleSearch {
  const { api } = useChat();
  const ownId = useSync(({ chat }) => chat.userId);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState(noAnswer);
  const typed = query?.trim() ?? null;
  const question = `${attempt} ${typed}`;

  useEffect(() => {
    if (typed === null) return;
    const end = new AbortController();
    const ask = async () => {
      const { users, nextKey } = await api.user.search.query(
        { query: typed, limit: pageRows },
        { signal: end.signal },
      );
      const people = users.filter(({ id, isDeactivated }) => id !== ownId && !isDeactivated);
      return { question, people, hasMore: nextKey !== null, problem: null };
    };
    const show = (next: Answer) => !end.signal.aborted && setAnswer(next);
    const timer = setTimeout(
      () => {
        ask().then(show, (error) => show({ ...noAnswer, question, problem: describeFailure(error).message }));
      },
      typed === '' ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [api, ownId, typed, question]);

  const retry = () => setAttempt(attempt + 1);
  if (typed === null) return { ...noAnswer, isLoading: false, retry };
  if (answer.question === question) return { ...answer, isLoading: false, retry };
  const people = answer.people.filter(({ fullName }) => matchesName(fullName, typed));
  return { people, isLoading: true, hasMore: false, problem: null, retry };
}
