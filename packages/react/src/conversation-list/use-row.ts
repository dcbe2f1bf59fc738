import { type ConversationState, conversationTitle } from '@vibe/client';
import { useNow } from '../format/use-now.ts';
import { useFormat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { useSyncFields } from '../provider/use-sync-fields.ts';
import { lastLine } from './last-line.ts';
import { isMuted } from './row-actions.ts';
import { typingLine } from './typing-line.ts';

/** What a row shows, piece by piece, so that a change renders the piece that it is about. */

export const useRowHead = (conversationId: number) =>
  useSyncFields(({ chat }) => {
    const known = chat.conversations.get(conversationId);
    const partner = known && partnerOf(known, chat.userId);
    return {
      title: known ? conversationTitle(chat, known.conversation) : '',
      partnerId: partner?.id ?? null,
      imageUrl: partner?.avatarUrl ?? null,
    };
  });

function partnerOf({ conversation }: ConversationState, ownId: number) {
  if (conversation.type !== 'direct') return null;
  return conversation.participants.find(({ userId }) => userId !== ownId)?.user ?? null;
}

export const useLastLine = (conversationId: number) => {
  const format = useFormat();
  const text = useText();
  return useSyncFields(({ chat }) => {
    const known = chat.conversations.get(conversationId);
    return known ? lastLine(chat, known, text, format) : noLine;
  });
};
const noLine = { at: '', sender: null, words: '', mark: null, isAside: true };

export const useTypingLine = (conversationId: number): string | null => {
  const text = useText();
  return useSync(({ chat, typing }) => {
    const known = chat.conversations.get(conversationId);
    return known ? typingLine(chat, known, typing.get(conversationId) ?? nobody, text) : null;
  });
};
const nobody: readonly number[] = [];

export const useRowMarks = (conversationId: number) => {
  const nowMs = useNow();
  return useSyncFields(({ chat }) => {
    const conversation = chat.conversations.get(conversationId)?.conversation;
    return {
      unreadCount: conversation?.unreadCount ?? 0,
      isPinned: conversation ? conversation.preference.pinnedAt !== null : false,
      isMuted: conversation ? isMuted(conversation.preference, nowMs) : false,
    };
  });
};
