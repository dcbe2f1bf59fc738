import type { ChatClient } from '@vibe/client';
import { createContext, type ReactNode, useContext, useEffect } from 'react';

const ChatContext = createContext<ChatClient | null>(null);

/** Gives the parts below it one person's chat, and starts keeping it current. Closing the client stays with its maker. */
export function ChatProvider({ client, children }: { client: ChatClient; children: ReactNode }) {
  useEffect(() => client.sync.start(), [client]);
  return <ChatContext value={client}>{children}</ChatContext>;
}

/** The client of the provider above. @throws Error outside of one */
export function useChat(): ChatClient {
  const client = useContext(ChatContext);
  if (!client) throw new Error('This part belongs inside a <ChatProvider>.');
  return client;
}
