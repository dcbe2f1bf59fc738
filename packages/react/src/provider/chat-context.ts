import type { ChatClient } from '@vibe/client';
import { createContext } from 'react';
import type { Look } from './look-context.ts';
import type { OpenConversation } from './open-conversation.ts';

/** What the parts share. It changes when a setting does, and never because of what people write. */
export interface ChatContextValue extends Look {
  client: ChatClient;
  enterSends: boolean;
  /** The address of a message or conversation, for "copy link"; null where the host page has none. */
  linkTo: ((target: OpenConversation) => string) | null;
  /** Where menus and dialogs are drawn: above everything, and in our styles. */
  portal: HTMLElement | null;
}

export const ChatContext = createContext<ChatContextValue | null>(null);
