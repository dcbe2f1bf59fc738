import { limits } from '@vibe/contract';
import { useEffect } from 'react';
import { nameOf } from '../people/name-of.ts';
import { useChat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { describeTyping } from './describe-typing.ts';

/** Who types in the conversation, in a line; null while nobody does, or where it is not told. */
export function useTypingLine(conversationId: number): string | null {
  const { sync } = useChat();
  const text = useText();
  const isTold = useSync(({ chat }) => {
    const conversation = chat.conversations.get(conversationId)?.conversation;
    return conversation !== undefined && conversation.participantCount <= limits.typingMembers;
  });
  useEffect(() => (isTold ? sync.followTyping(conversationId) : undefined), [sync, conversationId, isTold]);
  return useSync(({ chat, typing }) => {
    const conversation = chat.conversations.get(conversationId)?.conversation;
    const names = (typing.get(conversationId) ?? []).map((userId) => nameOf(chat, userId, text));
    return describeTyping(names, conversation?.type === 'group', text);
  });
}
