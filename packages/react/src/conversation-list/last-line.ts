import type { ChatState, ConversationState, PendingMessage } from '@vibe/client';
import { messageStatus, withChange } from '@vibe/client';
import type { Message } from '@vibe/contract';
import type { Format } from '../format/create-format.ts';
import { describeMessage } from '../message-list/describe-message.ts';
import { firstName } from '../people/first-name.ts';
import { nameOf } from '../people/name-of.ts';
import type { Progress } from '../people/progress-mark.tsx';
import type { Text } from '../text/text.ts';

/** The end of a conversation in one line. */
export interface LastLine {
  /** ISO 8601. */
  at: string;
  /** Null where the words say it, or it goes without saying. */
  sender: string | null;
  words: string;
  /** Null for what others wrote. */
  mark: Progress | null;
  /** Nobody wrote these words: the system's, or ours. */
  isAside: boolean;
}

export function lastLine(chat: ChatState, known: ConversationState, text: Text, format: Format): LastLine {
  const { id, lastMessage, lastActivityAt } = known.conversation;
  const pending = chat.pending.get(id) ?? [];
  const last = pending.at(-1);
  if (last) return pendingLine(last, pending, text);
  if (lastMessage)
    return messageLine(chat, known, withChange(lastMessage, chat.changes.get(lastMessage.id)), text, format);
  return { at: lastActivityAt, sender: null, words: text.list.empty, mark: null, isAside: true };
}

function pendingLine(last: PendingMessage, all: readonly PendingMessage[], text: Text): LastLine {
  const mark = all.some(({ failure }) => failure !== null) ? 'failed' : 'sending';
  return { at: last.createdAt, sender: text.people.you, words: excerpt(last.content), mark, isAside: false };
}

function messageLine(
  chat: ChatState,
  known: ConversationState,
  message: Message,
  text: Text,
  format: Format,
): LastLine {
  const isOwn = message.senderId === chat.userId;
  const isText = message.kind === 'text';
  const isDeleted = message.deletedAt !== null;
  return {
    at: message.createdAt,
    sender: isText ? senderOf(chat, known, message.senderId, text) : null,
    words: excerpt(describeMessage(chat, message, text, format)),
    mark: isText && isOwn && !isDeleted ? messageStatus(known, message) : null,
    isAside: !isText || isDeleted,
  };
}

function senderOf(chat: ChatState, { conversation }: ConversationState, id: number, text: Text) {
  if (id === chat.userId) return text.people.you;
  return conversation.type === 'group' ? firstName(nameOf(chat, id, text)) : null;
}

/** More than any row has room for, and less than a long message. */
const excerptChars = 200;

export function excerpt(words: string): string {
  const line = words.slice(0, 2 * excerptChars).trimStart();
  return line.length <= excerptChars ? line : line.slice(0, excerptChars).toWellFormed();
}
