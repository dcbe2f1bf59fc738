import type { ChatClient } from '@vibe/client';
import { useChat } from '@vibe/react';
import { useState } from 'react';

/** By client, so that nobody finds another one's words. */
const draftsOf = new WeakMap<ChatClient, Map<number, string>>();

/** What was begun to be written in a conversation, for as long as the page is open. */
export function useDraft(conversationId: number): [string, (draft: string) => void] {
  const client = useChat();
  const drafts = draftsOf.get(client) ?? new Map<number, string>();
  draftsOf.set(client, drafts);
  const [draft, setDraft] = useState(drafts.get(conversationId) ?? '');
  return [
    draft,
    (text) => {
      drafts.set(conversationId, text);
      setDraft(text);
    },
  ];
}
