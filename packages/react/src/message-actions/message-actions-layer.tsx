import { withChange } from '@vibe/client';
import { useEffect, useState } from 'react';
import { useSync } from '../provider/use-sync.ts';
import type { MessageAction } from './available-actions.ts';
import { DeleteMessage } from './delete-message.tsx';
import { MessageInfo } from './message-info.tsx';
import { MessageMenu } from './message-menu.tsx';
import type { OpenMenu } from './open-menu.ts';
import { ReportMessage } from './report-message.tsx';
import { useCopy } from './use-copy.ts';

export interface MessageActionsLayerProps {
  open: OpenMenu;
  onClose(): void;
  onEdit(messageId: number): void;
  /** Confirms something in a few words. */
  say(words: string): void;
}

/** The menu, and then what was chosen in it. */
export function MessageActionsLayer({ open, onClose, onEdit, say }: MessageActionsLayerProps) {
  const { messageId, conversationId, returnTo } = open;
  const known = useSync(({ chat }) => chat.conversations.get(conversationId));
  const change = useSync(({ chat }) => chat.changes.get(messageId));
  const stored = known?.messages.findLast(({ id }) => id === messageId);
  const message = stored && withChange(stored, change);
  const [chosen, setChosen] = useState<'info' | 'report' | 'delete' | null>(null);
  const copy = useCopy(say);
  useEffect(() => {
    if (!message) onClose();
  }, [message, onClose]);
  if (!known || !message) return null;

  const choose = (action: MessageAction) => {
    switch (action) {
      case 'info':
      case 'report':
      case 'delete':
        return setChosen(action);
      case 'edit':
        onEdit(messageId);
        break;
      case 'copy':
        copy.text(message);
        break;
      case 'copyLink':
        copy.link(message);
    }
    onClose();
  };
  const dialog = { message, returnFocusTo: returnTo, onClose };
  if (chosen === 'info') return <MessageInfo {...dialog} known={known} />;
  if (chosen === 'report') return <ReportMessage {...dialog} say={say} />;
  if (chosen === 'delete') return <DeleteMessage {...dialog} />;
  return (
    <MessageMenu
      conversation={known.conversation}
      message={message}
      open={open}
      onChoose={choose}
      onClose={onClose}
    />
  );
}
