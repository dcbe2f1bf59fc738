import { Chat, ChatProvider, type OpenConversation } from '@vibe/react';
import { createPortal } from 'react-dom';
import { german } from './german.ts';
import { UnreadBadge } from './unread-badge.tsx';

export interface ChatLook {
  theme: string;
  locale: string;
}

export interface NorthgateChatProps {
  url: string;
  getToken(): Promise<string | null>;
  /** Where in the page's own navigation the number of unread messages stands. */
  unread: HTMLElement;
  look: ChatLook;
}

/** The chat of whoever is signed in at the platform: whole in its panel, and as a number in the navigation. */
export function NorthgateChat({ url, getToken, unread, look: { theme, locale } }: NorthgateChatProps) {
  return (
    <ChatProvider
      url={url}
      getToken={getToken}
      theme={theme === 'light' || theme === 'dark' ? theme : 'auto'}
      locale={locale}
      {...(locale === 'de' && { text: german })}
      onOpenConversation={nameInAddress}
    >
      {createPortal(<UnreadBadge />, unread)}
      <Chat />
    </ChatProvider>
  );
}

/** The platform's address tells what is open, as it might count, or remember, what people look at. */
function nameInAddress(target: OpenConversation | null): void {
  window.history.replaceState(null, '', target ? `#chat-${target.conversationId}` : '#');
}
