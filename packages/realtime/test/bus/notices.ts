import type { Notice } from '@vibe/chat';

/** About one conversation. */
export const typing = (conversationId: number, userId: number): Notice => ({
  topic: 'typing',
  conversationId,
  userId,
  isTyping: true,
});

/** It comes unasked. */
export const revoked = (sessionId: string): Notice => ({ topic: 'sessionsRevoked', sessionIds: [sessionId] });
