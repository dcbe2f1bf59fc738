import { z } from 'zod';
import type { Conversation, ConversationHead } from './conversation.ts';
import { ConversationId } from './ids.ts';
import type { Message } from './message.ts';
import type { Participant } from './participant.ts';
import type { Preference } from './preference.ts';
import type { Presence } from './presence.ts';
import type { Receipt } from './receipt.ts';
import type { User } from './user.ts';

/*
 * A durable event carries the whole latest row and its version: applying it twice, or late, is harmless, since the
 * higher version wins. Clients ignore types that they do not know, and keep their cursor.
 */

export interface MessageEvent {
  type: 'message.sent' | 'message.edited' | 'message.deleted';
  message: Message;
  /** Everyone whom the message names. */
  users: User[];
  /** The sender's `readSeq` after their send, which moves it when it stood just before; null otherwise. */
  senderReadSeq: number | null;
}

export interface ReceiptEvent {
  type: 'receipt.advanced';
  receipt: Receipt;
}

export type ConversationEvent =
  /** A conversation appeared for the receiver: made, or joined. It replaces whatever was known of it. */
  | { type: 'conversation.created'; conversation: Conversation }
  | { type: 'conversation.updated'; conversation: ConversationHead }
  | {
      /** To the person removed it is the last event of that conversation. */
      type: 'participant.added' | 'participant.updated' | 'participant.removed';
      participant: Participant;
      participantCount: number;
    }
  | { type: 'preference.updated'; preference: Preference }
  /** Somebody who shares a conversation with the receiver changed name, picture or role, or was deactivated. */
  | { type: 'user.updated'; user: User };

export type ControlEvent =
  /** The stream is attached; what follows is the replay, if there is one. */
  | { type: 'ready' }
  /** The replay is over; what follows is live. */
  | { type: 'caughtUp' }
  /** The cursor cannot be resumed from: load everything again. */
  | { type: 'reset' }
  /** Too many messages of this conversation changed to tell them one by one: drop those that are cached, and load its end. */
  | { type: 'conversation.truncated'; conversationId: number };

export type SyncEvent = MessageEvent | ReceiptEvent | ConversationEvent;
export type DurableEvent = SyncEvent | ControlEvent;

/** Everyone who types in the conversation now, so that a lost "stop" cannot stick. */
export interface TypingEvent {
  type: 'typing.changed';
  conversationId: number;
  userIds: number[];
}

export interface PresenceEvent {
  type: 'presence.changed';
  presences: Presence[];
}

/** The durable streams: which events each one carries, by the first word of their type. */
export const lanes = {
  message: ['message'],
  receipt: ['receipt'],
  conversation: ['conversation', 'participant', 'preference', 'user'],
  sync: ['message', 'receipt', 'conversation', 'participant', 'preference', 'user'],
} as const;
export type Lane = keyof typeof lanes;

/** What cannot be one of ours becomes the one that no server has given: it is answered with `reset` (P19), not with an error. */
const Cursor = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .catch('none')
  .nullish();

/**
 * `conversationId` narrows the stream to one conversation. `cursor` is where to start on a fresh subscription; none
 * means from now. `lastEventId` is the same, sent by tRPC's link after a break; it wins.
 */
export const StreamInput = z
  .object({ conversationId: ConversationId.optional(), cursor: Cursor, lastEventId: Cursor })
  .default({});
export const TypingStreamInput = z.object({ conversationId: ConversationId.optional() }).default({});

export type StreamInput = z.infer<typeof StreamInput>;
export type TypingStreamInput = z.infer<typeof TypingStreamInput>;
