import type { ChatClient } from '@vibe/client';
import { Chat, ChatProvider, type OpenConversation } from '@vibe/react';
import { lazy, Suspense } from 'react';
import { AccountButton } from '../account/account-button.tsx';
import { conversationPath } from '../address/conversation-path.ts';
import type { Place } from '../address/place.ts';
import { UnreadTitle } from '../page-title/unread-title.tsx';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useAway } from '../presence/use-away.ts';
import { text } from '../text.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { useOpenInAddress } from './use-open-in-address.ts';

const SettingsPages = lazy(() =>
  import('../account/settings-pages.tsx').then((module) => ({ default: module.SettingsPages })),
);

/** The chat, with the open conversation in the address. Settings open over it. */
export function ChatPage({ client, place }: { client: ChatClient; place: Place }) {
  const { theme, enterSends } = usePreferences();
  const { open, setOpen, uncover } = useOpenInAddress(place);
  useAway(client);
  useFocusOnArrival();
  return (
    <ChatProvider
      client={client}
      theme={theme}
      enterSends={enterSends}
      openConversation={open}
      onOpenConversation={setOpen}
      linkTo={linkTo}
    >
      <UnreadTitle page={place.kind === 'settings' ? text[place.page].title : null} />
      <main className="shell-chat">
        <Chat listHeader={<AccountButton />} />
      </main>
      {place.kind === 'settings' && (
        <Suspense>
          <SettingsPages page={place.page} onClose={uncover} />
        </Suspense>
      )}
    </ChatProvider>
  );
}

const linkTo = (target: OpenConversation): string =>
  new URL(conversationPath(target), window.location.href).href;
