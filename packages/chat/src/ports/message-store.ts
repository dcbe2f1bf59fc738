import type {
  ListMessagesInput,
  ListReportsInput,
  Message,
  MessagePage,
  ReportPage,
  User,
} from '@vibe/contract';
import type { Change } from './bus.ts';

export interface SendItem {
  conversationId: number;
  senderId: number;
  clientId: string;
  content: string;
}

export type SendOutcome =
  /** `change` is null when the message had been stored before: there is nothing new to tell. */
  | { outcome: 'stored'; message: Message; change: Change | null }
  | { outcome: 'notFound' }
  | { outcome: 'blocked' };

/** Every read joins the reader's active membership and visibility in the same statement: others' things are null. */
export interface MessageStore {
  /**
   * Stores each item exactly once, in the order given within a conversation, and answers for each in that order. An item
   * whose (conversation, sender, clientId) is stored already, in this batch too, gets that row in its current state.
   * Membership is judged under the lock. A lock not had within 2 s, or, where the items are of several conversations, within
   * 0.5 s, throws `BUSY`, with nothing written.
   */
  send(items: SendItem[]): Promise<SendOutcome[]>;
  /** Null when the reader is not an active member. */
  list(userId: number, query: ListMessagesInput): Promise<MessagePage | null>;
  byId(userId: number, messageId: number): Promise<{ message: Message; users: User[] } | null>;
  /** Which conversation to lock for it. It tells nothing of who may see it. Null when there is none. */
  conversationOf(messageId: number): Promise<number | null>;
  /** Keeps what it says now. Reporting twice keeps the first report. False when the reporter may not see it. */
  report(reporterId: number, messageId: number, reason: string): Promise<boolean>;
  /** Latest first. */
  listReports(query: ListReportsInput): Promise<ReportPage>;
}
