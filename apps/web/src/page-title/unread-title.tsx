import { useUnread } from '@vibe/react';
import { usePageTitle } from './use-page-title.ts';

/** How much is unread, in the tab's title and icon. It draws nothing, so that the chat is not drawn again with each message. */
export function UnreadTitle({ page }: { page: string | null }) {
  usePageTitle({ unread: useUnread().messages, page });
  return null;
}
