import type { ChatState, KnownConversation } from '@vibe/client';
import type { User } from '@vibe/contract';

/** The other person of a direct conversation; undefined in a group. */
export function partnerOf(
  { userId }: ChatState,
  { type, participants }: KnownConversation,
): User | undefined {
  if (type !== 'direct') return undefined;
  return participants.find((member) => member.userId !== userId)?.user;
}
