import type { SyncState } from '@vibe/client';
import { partnerOf } from '../people/partner-of.ts';

/** Why nothing can be written in a conversation. */
export type Barrier = 'blocked' | 'partnerGone' | 'inactive';

export function barrierOf({ chat, blockedIds }: SyncState, conversationId: number): Barrier | null {
  const conversation = chat.conversations.get(conversationId)?.conversation;
  if (!conversation) return null;
  const partner = partnerOf(chat, conversation);
  if (!conversation.isActive) return 'inactive';
  if (partner?.isDeactivated) return 'partnerGone';
  return partner && blockedIds.has(partner.id) ? 'blocked' : null;
}
