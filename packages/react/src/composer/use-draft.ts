import type { ChatClient } from '@vibe/client';
import { useEffect, useSyncExternalStore } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { createDraftStorage } from './draft-storage.ts';
import { createDrafts, type Drafts } from './drafts.ts';

/** A client is one person's, and so are its drafts. */
const draftsByClient = new WeakMap<ChatClient, Drafts>();

/** To be called once it is known who the person is. */
export function draftsOf(client: ChatClient): Drafts {
  const known = draftsByClient.get(client);
  if (known) return known;
  const { sync } = client;
  const drafts = createDrafts(createDraftStorage(browserStorage(), sync.getState().chat.userId));
  draftsByClient.set(client, drafts);
  // Whoever sits down here next is not to read them.
  const stop = sync.subscribe(() => {
    if (sync.getState().connection !== 'signedOut') return;
    stop();
    drafts.clear();
  });
  return drafts;
}

/** Reading the property alone throws where storage is forbidden. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The conversation's draft, kept through reloads. */
export function useDraft(conversationId: number): [draft: string, write: (draft: string) => void] {
  const drafts = draftsOf(useChat());
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId));
  useEffect(() => {
    const refresh = () => drafts.refresh(conversationId);
    refresh();
    window.addEventListener('storage', refresh);
    window.addEventListener('pagehide', drafts.flush);
    return () => {
      window.removeEventListener('storage', refresh);
      window.removeEventListener('pagehide', drafts.flush);
      drafts.flush();
    };
  }, [drafts, conversationId]);
  return [draft, (next) => drafts.write(conversationId, next)];
}
