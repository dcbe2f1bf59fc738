import type { Message } from '@vibe/contract';

/** A place on the screen, in CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** How the rows of a list ask for the one menu that they share. */
export interface MessageActionsBinding {
  /** A right click, a long press, or the keyboard's menu key; `point` is where the menu is to appear. */
  onContextMenu(message: Message, point: Point): void;
  /** The row's own button was pressed: the menu appears at it. */
  onOpenMenu(message: Message, anchor: HTMLElement): void;
  /** The message is to be changed: an edit of it was refused, say. */
  onEdit(messageId: number): void;
  /** The id of the message whose menu is open. */
  isMenuOpenFor: number | null;
}
