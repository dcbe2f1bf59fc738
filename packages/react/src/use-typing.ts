import { useEffect } from 'react';
import { useChat } from './chat-provider.tsx';
import { useSync } from './use-sync.ts';

const nobody: readonly number[] = [];

/** The ids of the others who type in that conversation now. */
export function useTyping(conversationId: number): readonly number[] {
  const { sync } = useChat();
  useEffect(() => sync.followTyping(conversationId), [sync, conversationId]);
  return useSync(({ typing }) => typing.get(conversationId) ?? nobody);
}
