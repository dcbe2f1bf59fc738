import { useSyncExternalStore } from 'react';

const changed = 'vibe:route';

function subscribe(listener: () => void): () => void {
  for (const event of ['popstate', changed]) window.addEventListener(event, listener);
  return () => {
    for (const event of ['popstate', changed]) window.removeEventListener(event, listener);
  };
}

/** The conversation that the address names (`/c/12`); null for none. */
export const useOpenConversationId = (): number | null =>
  useSyncExternalStore(subscribe, () => {
    const id = Number(/^\/c\/(\d+)$/.exec(window.location.pathname)?.[1]);
    return Number.isSafeInteger(id) && id > 0 ? id : null;
  });

/** Shows a conversation, or none, and leaves the one before for the Back button. */
export function openConversation(id: number | null): void {
  const path = id === null ? '/' : `/c/${id}`;
  if (window.location.pathname === path) return;
  window.history.pushState(null, '', path);
  window.dispatchEvent(new Event(changed));
}
