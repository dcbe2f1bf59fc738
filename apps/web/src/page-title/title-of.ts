/** What the tab says: "(3) Vibe Chat", or "Settings · Vibe Chat". */
export function titleOf({ unread = 0, page = null }: { unread?: number; page?: string | null }): string {
  const count = unread > 999 ? '999+' : String(unread);
  return `${unread > 0 ? `(${count}) ` : ''}${page === null ? '' : `${page} · `}${appName}`;
}

const appName = 'Vibe Chat';
