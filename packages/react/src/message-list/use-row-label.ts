import { nameOf } from '../people/name-of.ts';
import { useFormat, useText } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import type { MessageRowProps } from './message-row.tsx';

/** How a screen reader names the row: who, what, when, and how far it got. */
export function useRowLabel({ message, pending, isOwn, progress }: MessageRowProps): string {
  const text = useText();
  const format = useFormat();
  const senderName = useSync(({ chat }) => (message && !isOwn ? nameOf(chat, message.senderId, text) : null));
  const { messages, people } = text;
  const at = (message ?? pending)?.createdAt;
  const words = message?.deletedAt ? messages.deleted : (message ?? pending)?.content;
  const parts = [
    messages.said(senderName ?? people.you, words ?? messages.unknown),
    at && format.time(at),
    message?.editedAt && messages.edited,
    progress && people.progress[progress],
  ];
  return parts.filter(Boolean).join(', ');
}
