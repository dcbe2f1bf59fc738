import { DoorOpen } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { UnsentMessages } from './unsent-messages.tsx';

export interface WindowClosedProps {
  conversationId: number;
  standing: 'absent' | 'left';
  onBack: (() => void) | undefined;
}

/** In the place of the messages: there is no such conversation for this person, or not any more. */
export function WindowClosed({ conversationId, standing, onBack }: WindowClosedProps) {
  const { window } = useText();
  const [title, hint] =
    standing === 'left' ? [window.removed, window.removedHint] : [window.absent, window.absentHint];
  return (
    <div className="vc-window-closed">
      <div className="vc-window-gone" role="status">
        <EmptyState
          icon={DoorOpen}
          title={title}
          action={onBack && <Button onClick={onBack}>{window.back}</Button>}
        >
          {hint}
        </EmptyState>
      </div>
      <UnsentMessages conversationId={conversationId} />
    </div>
  );
}
