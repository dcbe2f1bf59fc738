export type { ChatApi } from './api.ts';
export { type ChatFailure, describeFailure } from './chat-failure.ts';
export { type ChatClient, type ChatClientOptions, createChatClient } from './create-chat-client.ts';
export {
  type ChatState,
  type ConversationState,
  emptyChatState,
  type Failure,
  type KnownConversation,
  type PendingChange,
  type PendingMessage,
} from './folds/chat-state.ts';
export { foldConversation } from './folds/fold-conversation.ts';
export { type FoldedEvent, foldEvent } from './folds/fold-event.ts';
export { foldMessage, foldMessagePage } from './folds/fold-message.ts';
export { memoryOutbox } from './outbox/memory-outbox.ts';
export type { OutboxEntry } from './outbox/outbox-entry.ts';
export { isOutboxEntry } from './outbox/outbox-entry.ts';
export type { OpenOutbox, OutboxStore } from './outbox/outbox-store.ts';
export { forgetPageOutbox } from './outbox/page-outbox.ts';
export { conversationTitle } from './reads/conversation-title.ts';
export { firstUnreadSeq } from './reads/first-unread-seq.ts';
export { hasOlder, latestRun } from './reads/latest-run.ts';
export { listedConversations } from './reads/listed-conversations.ts';
export { type MessageStatus, messageStatus } from './reads/message-status.ts';
export { needyConversations } from './reads/needy-conversations.ts';
export { type Readers, readersOf } from './reads/readers-of.ts';
export { type Anchor, type MessageRun, runAt } from './reads/run-at.ts';
export { sortedConversations } from './reads/sorted-conversations.ts';
export { type UnreadTotals, unreadTotals } from './reads/unread-totals.ts';
export { withChange } from './reads/with-change.ts';
export type { Change } from './sync/change-feed.ts';
export type { ChatSync } from './sync/create-sync.ts';
export { retrying } from './sync/retrying.ts';
export type { Connection, SyncState } from './sync/sync-state.ts';
export { fixedToken } from './tokens/fixed-token.ts';
export { hostTokens } from './tokens/host-tokens.ts';
export { type SessionTokens, sessionTokens } from './tokens/session-tokens.ts';
export type { TokenSource } from './tokens/token-source.ts';
