import { query } from '../world/audit.ts';

/** A stored message as it is at the end. */
export interface StoredMessage {
  id: number;
  conversationId: number;
  seq: number;
  senderId: number;
  clientId: string;
  isText: boolean;
  content: string | null;
  isDeleted: boolean;
  version: number;
  createdMs: number;
}

/** A state that a message had. */
export interface MessageState {
  conversationId: number;
  seq: number;
  version: number;
  senderId: number;
  content: string | null;
}

/** A state that a membership had. */
export interface MembershipState {
  conversationId: number;
  userId: number;
  joinVersion: number;
  version: number;
  isActive: boolean;
  visibleFromSeq: number;
}

export interface ReceiptState {
  conversationId: number;
  userId: number;
  deliveredSeq: number;
  readSeq: number;
}

/** What the database itself says, when all is over, and what it said after each write. */
export interface Truth {
  /** By the people's numbers. */
  userIds: readonly number[];
  conversations: { id: number; lastSeq: number; version: number }[];
  messages: StoredMessage[];
  messageStates: MessageState[];
  membershipStates: MembershipState[];
  /** In the order in which they were written. */
  receiptStates: ReceiptState[];
  /** Versions that changed a conversation's own fields. */
  headVersions: { conversationId: number; version: number }[];
}

export async function readTruth(url: string, userIds: readonly number[]): Promise<Truth> {
  const rows = <Row>(sql: string) => query<Row>(url, sql);
  return {
    userIds,
    conversations: await rows(`SELECT id, last_seq AS "lastSeq", version FROM conversation ORDER BY id`),
    messages: await rows(`SELECT id::int, conversation_id AS "conversationId", seq, sender_id AS "senderId",
      client_id AS "clientId", kind = 'text' AS "isText", content, deleted_at IS NOT NULL AS "isDeleted", version,
      (extract(epoch FROM created_at) * 1000)::float AS "createdMs" FROM message ORDER BY conversation_id, seq`),
    messageStates:
      await rows(`SELECT conversation_id AS "conversationId", seq, version, sender_id AS "senderId", content
      FROM audit.message ORDER BY at`),
    membershipStates: await rows(`SELECT conversation_id AS "conversationId", user_id AS "userId",
      join_version AS "joinVersion", version, is_active AS "isActive", visible_from_seq AS "visibleFromSeq"
      FROM audit.participant ORDER BY at`),
    receiptStates: await rows(`SELECT conversation_id AS "conversationId", user_id AS "userId",
      delivered_seq AS "deliveredSeq", read_seq AS "readSeq" FROM audit.receipt ORDER BY at`),
    headVersions: await rows(
      `SELECT conversation_id AS "conversationId", state_version AS version FROM audit.head`,
    ),
  };
}
