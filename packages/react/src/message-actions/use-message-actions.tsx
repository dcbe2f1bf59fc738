import type { Message } from '@vibe/contract';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { MessageActionsBinding } from '../chat-window/message-actions-binding.ts';
import { useToast } from '../ui/use-toast.tsx';
import type { OpenMenu } from './open-menu.ts';

const loadLayer = () => import('./message-actions-layer.tsx');
const MessageActionsLayer = lazy(() =>
  loadLayer().then((module) => ({ default: module.MessageActionsLayer })),
);

/** The one menu of a conversation's messages: what its rows open it with, and what is drawn while it is open. */
export function useMessageActions(
  conversationId: number | null,
  onEdit: (messageId: number) => void,
): {
  actions: MessageActionsBinding;
  layer: ReactNode;
} {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  if (open !== null && open.conversationId !== conversationId) setOpen(null);
  const { toast, say } = useToast();
  const close = useCallback(() => setOpen(null), []);
  useEffect(prefetch, []);
  const openId = open?.messageId ?? null;
  const actions = useMemo(
    (): MessageActionsBinding => ({
      onContextMenu: (message, point) => setOpen(openMenu(message, point)),
      onOpenMenu: (message, anchor) => setOpen(openMenu(message, anchor)),
      onEdit,
      isMenuOpenFor: openId,
    }),
    [openId, onEdit],
  );
  const layer = (
    <>
      {toast}
      <Suspense fallback={null}>
        {open && (
          <MessageActionsLayer key={open.messageId} open={open} onClose={close} onEdit={onEdit} say={say} />
        )}
      </Suspense>
    </>
  );
  return { actions, layer };
}

const openMenu = ({ id, conversationId }: Message, at: OpenMenu['at']): OpenMenu => ({
  messageId: id,
  conversationId,
  at,
  returnTo: document.activeElement instanceof HTMLElement ? document.activeElement : null,
});

/** So that the first menu opens at once. */
function prefetch(): () => void {
  const timer = setTimeout(() => loadLayer().catch(() => {}), 2_000);
  return () => clearTimeout(timer);
}
