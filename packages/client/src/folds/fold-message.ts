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

/** Messages that were asked for. `isEnd`: the latest page, in place of whatever lay before it. */
export function foldMessagePage(
  state: ChatState,
  conversationId: number,
  page: Pick<MessagePage, 'messages' | 'users'>,
  isEnd = false,
): ChatState {
  const next = settlePending(foldUsers(state, page.users), page.messages);
  return changeConversation(next, conversationId, (known) => {
    const first = page.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
    const base = isEnd ? { ...known, messages: known.messages.filter(({ seq }) => seq >= first) } : known;
    return takeMessages(base, page.messages, state.userId);
  });
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
