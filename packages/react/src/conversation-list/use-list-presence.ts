import type { ChatState } from '@vibe/client';
import { useFollowedPresence } from '../people/use-presence.ts';
import { useSyncFields } from '../provider/use-sync-fields.ts';

/** So many rows are followed together, and those before and after: scrolling a little asks for nothing new. */
const blockRows = 50;

/** Follows who is there, of the people whose direct conversations are seen or near. */
export function useListPresence(ids: readonly number[], firstSeen: number): void {
  const block = Math.floor(firstSeen / blockRows);
  const near = ids.slice(Math.max(0, block - 1) * blockRows, (block + 2) * blockRows);
  const userIds = useSyncFields(({ chat }) => partnersOf(chat, near));
  useFollowedPresence(userIds);
}

function partnersOf(chat: ChatState, ids: readonly number[]): number[] {
  const partners = ids.flatMap((id) => {
    const conversation = chat.conversations.get(id)?.conversation;
    if (conversation?.type !== 'direct') return [];
    return conversation.participants.filter(({ userId }) => userId !== chat.userId);
  });
  return partners.map(({ userId }) => userId).sort((a, b) => a - b);
}
