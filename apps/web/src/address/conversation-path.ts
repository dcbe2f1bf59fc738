import type { OpenConversation } from '@vibe/react';

/** `/c/12` names a conversation, `/c/12?m=345` its 345th message. Null for any other address. */
export function parseConversationPath(path: string, search: string): OpenConversation | null {
  const conversationId = positive(/^\/c\/(\d+)$/.exec(path)?.[1]);
  if (conversationId === null) return null;
  const seq = positive(new URLSearchParams(search).get('m'));
  return { conversationId, ...(seq !== null && { seq }) };
}

/** The list, where nothing is open. */
export const conversationPath = (target: OpenConversation | null): string => {
  if (!target) return '/';
  return `/c/${target.conversationId}${target.seq === undefined ? '' : `?m=${target.seq}`}`;
};

function positive(digits: string | null | undefined): number | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}
