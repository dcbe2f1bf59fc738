import { limits } from '@vibe/contract';
import { useEffect } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { contentOf } from './content.ts';
import { useDraft } from './use-draft.ts';
import type { Writing } from './writing.ts';

/** Writes, and sends, a new message. Others see that it is being written. */
export function useNewMessage(conversationId: number): Writing {
  const { sync } = useChat();
  const [draft, write] = useDraft(conversationId);
  const stopTyping = () => sync.stopTyping(conversationId);
  useEffect(() => () => sync.stopTyping(conversationId), [sync, conversationId]);

  const isTypingTold = () => {
    const known = sync.getState().chat.conversations.get(conversationId);
    return known !== undefined && known.conversation.participantCount <= limits.typingMembers;
  };
  return {
    typed: draft,
    pause: stopTyping,
    change(typed) {
      write(typed);
      if (typed.trim() === '') stopTyping();
      else if (isTypingTold()) sync.keystroke(conversationId);
    },
    submit() {
      sync.send(conversationId, contentOf(draft));
      stopTyping();
      write('');
    },
  };
}
