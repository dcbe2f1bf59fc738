import type { Message } from '@vibe/contract';
import { useEffect, useMemo, useRef } from 'react';
import type { MessageActionsBinding, Point } from '../chat-window/message-actions-binding.ts';
import { useChat } from '../provider/use-chat.ts';

/** What was refused: an own message, or what was done to a stored one. */
export type Refused = { clientId: string } | { messageId: number };

/** What rows can ask for. The same object for the list's life, so that it renders none of them. */
export interface RowActions {
  openMenuAt(message: Message, point: Point): void;
  openMenu(message: Message, anchor: HTMLElement): void;
  retry(refused: Refused): void;
  mend(refused: Refused): void;
  discard(refused: Refused): void;
}

export function useRowActions(
  actions: MessageActionsBinding,
  onEditPending: (clientId: string) => void,
  conversationId: number,
): RowActions {
  const { sync } = useChat();
  const latest = useRef({ actions, onEditPending });
  useEffect(() => {
    latest.current = { actions, onEditPending };
  });
  return useMemo(
    () => ({
      openMenuAt: (message, point) => latest.current.actions.onContextMenu(message, point),
      openMenu: (message, anchor) => latest.current.actions.onOpenMenu(message, anchor),
      retry(refused) {
        if ('clientId' in refused) sync.retry(conversationId, refused.clientId);
        else sync.retryChange(conversationId, refused.messageId);
      },
      mend(refused) {
        if ('clientId' in refused) latest.current.onEditPending(refused.clientId);
        else latest.current.actions.onEdit(refused.messageId);
      },
      discard(refused) {
        if ('clientId' in refused) sync.discard(conversationId, refused.clientId);
        else sync.discardChange(conversationId, refused.messageId);
      },
    }),
    [sync, conversationId],
  );
}
