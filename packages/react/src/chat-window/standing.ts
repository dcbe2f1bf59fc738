import type { ChatState } from '@vibe/client';

/** `absent`: not there for this person. `left`: it was, until they left or were removed. */
export type Standing = 'loading' | 'open' | 'absent' | 'left';

export function standingOf(chat: ChatState, conversationId: number): Standing {
  if (chat.conversations.has(conversationId)) return 'open';
  if (chat.leftVersions.has(conversationId)) return 'left';
  return chat.absentIds.has(conversationId) ? 'absent' : 'loading';
}

/** Whether there is nothing (any more) to be read or written there. */
export const isClosedFor = (standing: Standing): standing is 'absent' | 'left' =>
  standing === 'absent' || standing === 'left';
