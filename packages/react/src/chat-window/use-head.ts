import { conversationTitle } from '@vibe/client';
import { useMemo } from 'react';
import { useNow } from '../format/use-now.ts';
import { partnerOf } from '../people/partner-of.ts';
import { useSync } from '../provider/use-sync.ts';

/** What the header shows of a conversation. */
export interface Head {
  title: string;
  /** Decides the avatar's colour. */
  avatarId: number;
  avatarUrl: string | null;
  presence: 'online' | 'away' | 'offline' | undefined;
  isMuted: boolean;
}

/** Null until the conversation is loaded. */
export function useHead(conversationId: number): Head | null {
  const nowMs = useNow();
  const title = useSync(({ chat }) => {
    const known = chat.conversations.get(conversationId);
    return known ? conversationTitle(chat, known.conversation) : null;
  });
  const partner = usePartner(conversationId);
  const presence = useSync(({ presences }) => partner && presences.get(partner.id)?.status);
  const mutedUntil = useSync(
    ({ chat }) => chat.conversations.get(conversationId)?.conversation.preference.mutedUntil ?? null,
  );
  if (title === null) return null;
  return {
    title,
    avatarId: partner?.id ?? conversationId,
    avatarUrl: partner?.avatarUrl ?? null,
    presence,
    isMuted: mutedUntil !== null && Date.parse(mutedUntil) > nowMs,
  };
}

/** The other person of a direct conversation. */
export const usePartner = (conversationId: number) =>
  useSync(({ chat }) => {
    const known = chat.conversations.get(conversationId);
    return known && partnerOf(chat, known.conversation);
  });

/** In larger groups nobody is counted. */
const countedMembers = 20;

/** Whose presence the header speaks of: a direct conversation's partner, or a small group's members. */
export function useShownPeople(conversationId: number): readonly number[] {
  // As text, since a list would be another one at each look.
  const key = useSync(({ chat }) => {
    const conversation = chat.conversations.get(conversationId)?.conversation;
    if (!conversation || conversation.participantCount > countedMembers) return '';
    return conversation.participants
      .map(({ userId }) => userId)
      .filter((userId) => userId !== chat.userId)
      .join();
  });
  return useMemo(() => (key === '' ? [] : key.split(',').map(Number)), [key]);
}
