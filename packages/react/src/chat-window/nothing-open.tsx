import { MessagesSquare } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** In the place of a conversation, beside the list of them. */
export function NothingOpen() {
  const { chat } = useText();
  return (
    <div className="vc-window-empty">
      <EmptyState icon={MessagesSquare} title={chat.nothingOpen}>
        {chat.nothingOpenHint}
      </EmptyState>
    </div>
  );
}
