import type { Participant } from '@vibe/contract';
import type { LockedConversation } from '../ports/conversation-store.ts';

/**
 * A group is never without an owner while it has members: when the last one has gone, the longest-standing admin takes
 * over, else the longest-standing member. Returns the new owner's user id, or null where nobody had to take over.
 */
export async function handOver(conversation: LockedConversation, gone: Participant): Promise<number | null> {
  if (gone.role !== 'owner') return null;
  const members = await conversation.members();
  if (members.some((member) => member.role === 'owner')) return null;
  const heir = members.find((member) => member.role === 'admin') ?? members[0];
  if (!heir) return null;
  await conversation.setRole(heir.userId, 'owner');
  return heir.userId;
}
