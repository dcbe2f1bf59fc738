import type { ChatClient } from '@vibe/client';
import { Chat, ChatProvider, type OpenConversation } from '@vibe/react';
import { useState } from 'react';

export function Host({ client, first }: { client: ChatClient; first: number }) {
  const [open, setOpen] = useState<OpenConversation | null>({ conversationId: first });
  return (
    <ChatProvider client={client} openConversation={open} onOpenConversation={setOpen}>
      <Chat />
    </ChatProvider>
  );
}
