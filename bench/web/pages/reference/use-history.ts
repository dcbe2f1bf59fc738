import type { Message } from '@vibe/contract';
import { useEffect, useRef, useState } from 'react';
import type { PlainApi } from './api.ts';

const nothing: readonly Message[] = [];

/** The messages of the open conversation, and how to get the page before them. */
export function useHistory(
  api: PlainApi,
  loaded: ReadonlyMap<number, readonly Message[]>,
  conversationId: number,
): { messages: readonly Message[]; loadOlder(): void } {
  const [known, setKnown] = useState(loaded);
  const messages = known.get(conversationId) ?? nothing;
  const isLoading = useRef(false);
  const first = messages[0]?.seq;

  const loadOlder = (): void => {
    if (isLoading.current || first === 1) return;
    isLoading.current = true;
    const place = first === undefined ? {} : { before: first };
    const loading = api.message.list
      .query({ conversationId, ...place })
      .then((page) =>
        setKnown((before) =>
          new Map(before).set(conversationId, [...page.messages, ...(before.get(conversationId) ?? [])]),
        ),
      );
    void loading.finally(() => {
      isLoading.current = false;
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each conversation
  useEffect(() => {
    if (messages.length === 0) loadOlder();
  }, [conversationId]);
  return { messages, loadOlder };
}
