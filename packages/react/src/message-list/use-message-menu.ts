import type { Message } from '@vibe/contract';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useMenuGestures } from '../ui/use-menu-gestures.ts';
import type { RowActions } from './use-row-actions.ts';

/** The ways to a message's menu: right click, long press, Enter and the keyboard's menu key. None for what has no menu. */
export function useMessageMenu(message: Message | null, actions: RowActions) {
  const gestures = useMenuGestures((point) => message && actions.openMenuAt(message, point));
  if (!message) return {};
  return {
    ...gestures,
    onContextMenu(event: MouseEvent) {
      if (!isOverText(event)) gestures.onContextMenu(event);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.target !== event.currentTarget) return;
      if (event.key !== 'Enter') return gestures.onKeyDown(event);
      event.preventDefault();
      actions.openMenu(message, event.currentTarget);
    },
  };
}

/** On a link, and on what is selected, the browser's own menu is what people want. */
function isOverText({ target }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('a')) return true;
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
}
