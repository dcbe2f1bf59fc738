import type { Message, MessagePage, Receipt, User } from '@vibe/contract';
import { type ChatState, type ConversationState, changeConversation } from './chat-state.ts';
import { settlePending } from './fold-pending.ts';
import { raiseReceipts } from './fold-receipt.ts';
import { foldUsers } from './fold-user.ts';
import { laterTime } from './later-time.ts';
import { findMessage, isLater, mergeMessages } from './messages.ts';
import { unreadOf, withUnread } from './own-unread.ts';
import { countMessage, isUncounted } from './unread.ts';

export interface MessageTold {
  message: Message;
  users?: readonly User[];
  /** The sender's `readSeq` after their send; null where nothing is said of it. */
  senderReadSeq?: number | null;
}

type ToldPage = Pick<MessagePage, 'messages' | 'users'>;

/** A message as it is now: sent, edited or deleted, from the stream or as the answer to a call. */
export function foldMessage(
  state: ChatState,
  { message, users = [], senderReadSeq }: MessageTold,
): ChatState {
  const { conversationId } = message;
  const next = settlePending(foldUsers(state, users), [message]);
  if (!next.conversations.has(conversationId)) return markMissing(next, conversationId);
  return changeConversation(next, conversationId, (known) => {
    // An answer that was long on its way: what became of the message while one was not a member was not told.
    if (message.version < known.conversation.membership.joinVersion) return known;
    const seen = takeMessages(known, [message], state.userId);
    // Only a send that was read on at once moved the mark; any other leaves it to where and when it stood.
    if (senderReadSeq !== message.seq) return seen;
    return raiseReceipts(seen, [senderReceipt(message)], state.userId);
  });
}

/** Messages that were asked for. */
export const foldMessagePage = (state: ChatState, conversationId: number, page: ToldPage): ChatState =>
  takePages(state, conversationId, [page], (known) => known);

/**
 * Messages that were asked for again, the conversation's end among them, since changes of what is loaded were not told:
 * nothing else is kept, but for what came after that end.
 */
export const foldReloadedPages = (
  state: ChatState,
  conversationId: number,
  pages: readonly ToldPage[],
): ChatState =>
  takePages(state, conversationId, pages, (known) => {
    const spans = pages.map(({ messages }) => ({
      first: messages[0]?.seq ?? Number.POSITIVE_INFINITY,
      last: messages.at(-1)?.seq ?? 0,
    }));
    const endFirst = spans.reduce(
      (latest, { first, last }) => (last === 0 ? latest : Math.max(latest, first)),
      0,
    );
    const isTold = (seq: number) => spans.some(({ first, last }) => first <= seq && seq <= last);
    const kept = endFirst === 0 ? [] : known.messages.filter(({ seq }) => seq >= endFirst || isTold(seq));
    return { ...known, messages: kept };
  });

function takePages(
  state: ChatState,
  conversationId: number,
  pages: readonly ToldPage[],
  keep: (known: ConversationState) => ConversationState,
): ChatState {
  const messages = pages.flatMap((page) => page.messages);
  const users = pages.flatMap((page) => page.users);
  const next = settlePending(foldUsers(state, users), messages);
  return changeConversation(next, conversationId, (known) =>
    takeMessages(keep(known), messages, state.userId),
  );
}

function takeMessages(known: ConversationState, told: readonly Message[], ownId: number): ConversationState {
  const visible = told.filter(({ seq }) => seq > known.conversation.membership.visibleFromSeq);
  const messages = mergeMessages(known.messages, visible);
  if (messages === known.messages) return known;
  const taken = visible.reduce((seen, message) => takeFacts(seen, message, ownId), known);
  return { ...taken, messages };
}

/** All that a message says but its own text. */
function takeFacts(known: ConversationState, message: Message, ownId: number): ConversationState {
  const counted = countOne(known, message, ownId);
  const { conversation } = counted;
  return {
    ...counted,
    conversation: {
      ...conversation,
      version: Math.max(conversation.version, message.version),
      lastMessage: isLater(conversation.lastMessage, message) ? message : conversation.lastMessage,
      lastActivityAt: laterTime(conversation.lastActivityAt, message.createdAt),
    },
  };
}

function countOne(known: ConversationState, message: Message, ownId: number): ConversationState {
  const before = findMessage(known.messages, message.seq);
  const isCounted =
    message.version <= known.fetchedVersion || (before !== undefined && isUncounted(before, ownId));
  const unread = unreadOf(known, ownId);
  const counted = countMessage(unread, message, ownId, isCounted);
  return counted === unread ? known : withUnread(known, counted);
}

/** What lay in conversations left is of no interest; what lies in unknown ones is. */
function markMissing(state: ChatState, conversationId: number): ChatState {
  if (state.leftVersions.has(conversationId) || state.missingIds.has(conversationId)) return state;
  return { ...state, missingIds: new Set(state.missingIds).add(conversationId) };
}

const senderReceipt = ({ conversationId, senderId, seq, createdAt }: Message): Receipt => ({
  conversationId,
  userId: senderId,
  deliveredSeq: seq,
  deliveredAt: createdAt,
  readSeq: seq,
  readAt: createdAt,
});
