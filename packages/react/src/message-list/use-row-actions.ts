import type { Message } from '@vibe/contract';
import { useEffect, useMemo, useRef } from 'react';
import type { MessageActionsBinding, Point } from '../chat-window/message-actions-binding.ts';
import { useChat } from '../provider/use-chat.ts';

/** What rows can ask for. The same object for the list's life, so that it renders none of them. */
export interface RowActions {
  openMenuAt(message: Message, point: Point): void;
  openMenu(message: Message, anchor: HTMLElement): void;
  retry(clientId: string): void;
  mend(clientId: string): void;
  discard(clientId: string): void;
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
      retry: (clientId) => sync.retry(conversationId, clientId),
      mend: (clientId) => latest.current.onEditPending(clientId),
      discard: (clientId) => sync.discard(conversationId, clientId),
    }),
    [sync, conversationId],
  );
}
