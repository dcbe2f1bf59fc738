import type { ChatState } from '@vibe/client';

/** The direct conversation with that person, as far as it is loaded. */
export function directWith(state: ChatState, userId: number): number | null {
  for (const { conversation, memberships } of state.conversations.values()) {
    if (conversation.type === 'direct' && memberships.has(userId)) return conversation.id;
  }
  return null;
}
