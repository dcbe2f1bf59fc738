import type { Preference, SetPreferenceInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** Mutes, pins or archives a conversation for the caller alone; a field left out stays. @throws `NOT_FOUND` */
export async function setPreference(
  deps: ChatDeps,
  caller: Caller,
  input: SetPreferenceInput,
): Promise<Preference> {
  const now = deps.clock.now();
  const { mutedUntil, isPinned, isArchived } = input;
  const preference = await deps.conversations.setPreference(caller.userId, input.conversationId, {
    ...(mutedUntil !== undefined && { mutedUntil: mutedUntil === null ? null : new Date(mutedUntil) }),
    ...(isPinned !== undefined && { pinnedAt: isPinned ? now : null }),
    ...(isArchived !== undefined && { archivedAt: isArchived ? now : null }),
  });
  if (!preference) throw notFound('conversation');
  deps.bus.publish({ topic: 'preference', userId: caller.userId, preference });
  return preference;
}
