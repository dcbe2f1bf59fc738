import { type ConversationState, conversationTitle } from '@vibe/client';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** Before the very first message that the person may see. */
export function Beginning({ known }: { known: ConversationState }) {
  const { conversation } = known;
  const { messages } = useText();
  const title = useSync(({ chat }) => conversationTitle(chat, conversation));
  const words = () => {
    if (conversation.membership.visibleFromSeq > 0) return messages.hiddenBeginning;
    if (conversation.type === 'direct') return messages.directBeginning(title);
    return messages.groupBeginning;
  };
  return (
    <p className="vc-beginning" dir="auto">
      {words()}
    </p>
  );
}
