import { useUnread } from '@vibe/react';

/** The platform's own badge, in its own colours: only the number comes from the chat. */
export function UnreadBadge() {
  const { messages } = useUnread();
  return messages > 0 ? <strong className="unread-count">{messages}</strong> : null;
}
