import type { FetchedConversation, ShownConversation } from './view.ts';

/** Which of a person's lives: a client from its start to its end. Lives of one person have rising numbers. */
interface Said {
  /** The person's number. */
  person: number;
  life: number;
  /** When it was noted, in ms since 1970; where it matters to nobody, nothing. */
  atMs?: number;
}

/** The person is about to write that; no two messages or edits of a run say the same. */
export interface SendLine extends Said {
  kind: 'send';
  conversationId: number;
  content: string;
}

/** The client has taken it over. */
export interface TakenLine extends Said {
  kind: 'taken';
  conversationId: number;
  clientId: string;
  content: string;
}

/** The outbox has it on the disk. */
export interface KeptLine extends Said {
  kind: 'kept';
  entry: 'send' | 'edit' | 'delete' | 'read';
  id: string;
  conversationId: number;
  messageId: number | null;
  content: string | null;
}

/** The outbox has it no more: it was acknowledged, or taken back. */
export interface GoneLine extends Said {
  kind: 'gone';
  id: string;
}

/** The server refused it for good. */
export interface RefusedLine extends Said {
  kind: 'refused';
  id: string;
  code: string;
}

/** The person is about to change what a message says; null: to delete it. */
export interface ChangeLine extends Said {
  kind: 'change';
  conversationId: number;
  messageId: number;
  content: string | null;
}

/** The person is about to change, or to take back, a message that is not acknowledged. */
export interface PendingLine extends Said {
  kind: 'pending';
  conversationId: number;
  clientId: string;
  content: string | null;
}

/** An event as it came off the wire, by which of the life's sockets. */
export interface HeardLine extends Said {
  kind: 'heard';
  connection: number;
  event: HeardEvent;
}

export type HeardEvent =
  | { type: 'control'; name: string }
  | { type: 'message'; conversationId: number; seq: number; version: number }
  | { type: 'created'; conversationId: number; joinVersion: number }
  | { type: 'head'; conversationId: number; version: number }
  | { type: 'participant'; conversationId: number; userId: number; version: number; isActive: boolean }
  | { type: 'receipt'; conversationId: number; userId: number; deliveredSeq: number; readSeq: number };

/** The receipts of a conversation that the screen shows, since they changed: [userId, readSeq, deliveredSeq]. */
export interface MarksLine extends Said {
  kind: 'marks';
  conversationId: number;
  /** Counts the loads of everything, each of which begins anew. */
  load: number;
  joinVersion: number;
  marks: [number, number, number][];
}

/** A call outside of the outbox: what came of it; null is success. */
export interface DeedLine extends Said {
  kind: 'deed';
  name: string;
  code: string | null;
}

/** The session ended, which nothing in a run may do. */
export interface SignedOutLine extends Said {
  kind: 'signedOut';
}

/** Something in the process that nobody caught. */
export interface ErrorLine extends Said {
  kind: 'error';
  message: string;
}

/** The end, when all is calm: what the screen shows, and what a fetch from scratch says. */
export interface FinalLine extends Said {
  kind: 'final';
  userId: number;
  isAtRest: boolean;
  restlessness: string[];
  shown: ShownConversation[];
  fetched: FetchedConversation[];
}

export type Line =
  | SendLine
  | TakenLine
  | KeptLine
  | GoneLine
  | RefusedLine
  | ChangeLine
  | PendingLine
  | HeardLine
  | MarksLine
  | DeedLine
  | SignedOutLine
  | ErrorLine
  | FinalLine;
