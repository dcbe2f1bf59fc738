import type { Point } from '../chat-window/message-actions-binding.ts';

/** Whose menu is open, and where. */
export interface OpenMenu {
  messageId: number;
  conversationId: number;
  at: Point | HTMLElement;
  /** What had the focus, and gets it back. */
  returnTo: HTMLElement | null;
}
