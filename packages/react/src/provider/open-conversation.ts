import { createContext, useContext } from 'react';

/** The conversation on the screen, and the message in it to show and point out. */
export interface OpenConversation {
  conversationId: number;
  seq?: number;
}

export interface OpenConversationValue {
  open: OpenConversation | null;
  setOpen(target: OpenConversation | null): void;
}

/** Apart from the rest of the context: it changes at each click in the list. */
export const OpenConversationContext = createContext<OpenConversationValue | null>(null);

/** Which conversation is open, and opening another. @throws Error outside of a `<ChatProvider>` */
export function useOpenConversation(): OpenConversationValue {
  const value = useContext(OpenConversationContext);
  if (!value) throw new Error('This part belongs inside a <ChatProvider>.');
  return value;
}
