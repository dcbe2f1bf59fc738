import type { ChatClient } from '@vibe/client';
import { useContext } from 'react';
import { ChatContext, type ChatContextValue } from './chat-context.ts';
import { useLook } from './use-look.ts';

/** The settings and the client of the provider above. @throws Error outside of one */
export function useChatContext(): ChatContextValue {
  const context = useContext(ChatContext);
  if (!context) throw new Error('This part belongs inside a <ChatProvider>.');
  return context;
}

/** The client of the provider above. @throws Error outside of one */
export const useChat = (): ChatClient => useChatContext().client;

/** What is on the screen, in the words of the provider, or of the `ChatLook`, above. */
export const useText = (): ChatContextValue['text'] => useLook().text;

/** Times, days and numbers, as the locale above writes them. */
export const useFormat = (): ChatContextValue['format'] => useLook().format;
