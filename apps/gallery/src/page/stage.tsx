import { ChatProvider, ChatScope } from '@vibe/react';
import { galleryClient } from '../client/gallery-client.ts';
import { emptyState } from '../data/state.ts';
import './stage.css';
import type { Specimen } from './specimen.ts';

const nobodys = galleryClient(emptyState);

/** A specimen alone on its page, as a frame of the gallery shows it, and a test looks at it. */
export function Stage({ specimen, theme }: { specimen: Specimen; theme: 'light' | 'dark' }) {
  const { client = nobodys, open = null, isWhole = false, title } = specimen;
  document.title = title;
  document.documentElement.style.colorScheme = theme;
  return (
    <ChatProvider
      client={client}
      theme={theme}
      locale="en-GB"
      openConversation={open}
      linkTo={({ conversationId }) => `#${conversationId}`}
    >
      <ChatScope>
        <div className={isWhole ? 'stage-whole' : 'stage'}>{specimen.render()}</div>
      </ChatScope>
    </ChatProvider>
  );
}
