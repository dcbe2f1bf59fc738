import type { Participant } from '@vibe/contract';
import type { LockedConversation } from '../ports/conversation-store.ts';

/**
 * When a group's last owner has gone, the longest-standing admin takes over, else the longest-standing member. Returns the
 * new owner's user id, or null where nobody had to take over, or nobody is left who could.
 */
export async function handOver(conversation: LockedConversation, gone: Participant): Promise<number | null> {
  if (gone.role !== 'owner') return null;
  const members = await conversation.members();
  if (members.some((member) => member.role === 'owner')) return null;
  // Whoever was deactivated could do nothing with it.
  const heirs = members.filter(({ user }) => !user.isDeactivated);
  const heir = heirs.find(({ role }) => role === 'admin') ?? heirs[0];
  if (!heir) return null;
  await conversation.setRole(heir.userId, 'owner');
  return heir.userId;
}
