import { useEffect } from 'react';
import { titleOf } from './title-of.ts';

/** The tab's title, its icon, and the number on the app's icon where it has one. */
export function usePageTitle({ unread = 0, page = null }: { unread?: number; page?: string | null }): void {
  useEffect(() => {
    document.title = titleOf({ unread, page });
  }, [unread, page]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread > 0 ? '/favicon-unread.svg' : '/favicon.svg';
    setAppBadge(unread);
  }, [unread]);
}

function setAppBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  // Only an installed app has an icon: elsewhere it rejects.
  navigator.setAppBadge(count).catch(() => {});
}
