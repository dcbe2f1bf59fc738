import type { Message } from '@vibe/contract';
import { useChat, useText } from '../provider/use-chat.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export interface MessageDialogProps {
  message: Message;
  returnFocusTo: HTMLElement | null;
  onClose(): void;
}

export function DeleteMessage({ message, returnFocusTo, onClose }: MessageDialogProps) {
  const { sync } = useChat();
  const { actions } = useText();
  return (
    <ConfirmDialog
      title={actions.deleteTitle}
      description={actions.deleteHint}
      confirm={actions.delete}
      onConfirm={() => sync.delete(message.conversationId, message.id)}
      onClose={onClose}
      returnFocusTo={returnFocusTo}
    />
  );
}
