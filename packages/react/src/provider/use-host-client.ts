import { type ChatClient, createChatClient, hostTokens } from '@vibe/client';
import { useEffect, useRef, useState } from 'react';

/** Where the chat is, and who says who its person is. */
export interface HostChat {
  /** The tRPC endpoint, such as `https://chat.example/trpc`. */
  url: string;
  /** The host platform's access token; null when nobody is signed in. Called before every request. */
  getToken: () => Promise<string | null>;
}

/** A client for as long as the component is there; null in its very first moment. */
export function useHostClient({ url, getToken }: HostChat): ChatClient | null {
  const [client, setClient] = useState<ChatClient | null>(null);
  const latest = useRef(getToken);
  useEffect(() => {
    latest.current = getToken;
  });
  useEffect(() => {
    const made = createChatClient({ url, token: hostTokens(() => latest.current()) });
    setClient(made);
    return () => {
      setClient(null);
      made.close().catch(() => {});
    };
  }, [url]);
  return client;
}
