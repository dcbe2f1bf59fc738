import type { Message } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';

/**
 * The messages that can be shown: the unbroken run up to the conversation's end. Seqs are dense, so a hole means that
 * something in between is not loaded; what lies before it waits until it is.
 */
export const latestRun = memo(({ messages, conversation }: ConversationState): readonly Message[] => {
  if (messages.at(-1)?.seq !== conversation.lastSeq) return [];
  const hole = messages.findLastIndex((message, index) => message.seq - 1 !== messages[index - 1]?.seq);
  return hole <= 0 ? messages : messages.slice(hole);
});

/** Whether there is something before that run that the person may see. */
export function hasOlder(known: ConversationState): boolean {
  const { lastSeq, membership } = known.conversation;
  const first = latestRun(known)[0]?.seq ?? lastSeq + 1;
  return first > membership.visibleFromSeq + 1;
}
