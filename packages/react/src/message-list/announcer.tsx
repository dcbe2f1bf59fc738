import type { ConversationState } from '@vibe/client';
import { nameOf } from '../people/name-of.ts';
import { useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

interface AnnouncerProps {
  known: ConversationState;
  /** Of the last message that is no news. */
  lastSeq: number;
}

/** Reads out what others write while the list is open: each message once, and none of before. */
export function Announcer({ known: { conversation }, lastSeq }: AnnouncerProps) {
  const text = useText();
  const { lastMessage, membership } = conversation;
  const isNews =
    lastMessage !== null &&
    lastMessage.seq > lastSeq &&
    lastMessage.senderId !== membership.userId &&
    lastMessage.kind === 'text' &&
    lastMessage.content !== null;
  const name = useSync(({ chat }) => (isNews ? nameOf(chat, lastMessage.senderId, text) : ''));
  return (
    <p className="vc-hidden" role="status">
      {isNews && text.messages.said(name, lastMessage.content ?? '')}
    </p>
  );
}
