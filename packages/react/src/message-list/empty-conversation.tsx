import { type ConversationState, conversationTitle } from '@vibe/client';
import { MessageCircle } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Nobody has written anything that the person may see. */
export function EmptyConversation({ known }: { known: ConversationState }) {
  const { messages } = useText();
  const title = useSync(({ chat }) => conversationTitle(chat, known.conversation));
  return (
    <div className="vc-messages-empty">
      <EmptyState icon={MessageCircle} title={messages.sayHello(title)}>
        {messages.sayHelloHint}
      </EmptyState>
    </div>
  );
}
