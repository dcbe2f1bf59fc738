export { ChatProvider, useChat } from './chat-provider.tsx';
export { useConversation } from './use-conversation.ts';
export { useConversations } from './use-conversations.ts';
export { useSync } from './use-sync.ts';
export { useTyping } from './use-typing.ts';
