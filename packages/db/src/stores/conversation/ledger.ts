import type { Change } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import {
  type MessageChangeRow,
  toHeadChange,
  toMessageChange,
  toParticipantChange,
} from '../rows/change-rows.ts';
import { type ConversationHeadRow, conversationHeadJson } from '../rows/conversation-head-row.ts';
import type { ParticipantRow } from '../rows/participant-row.ts';
import { ms } from '../rows/time.ts';

/** While its row is locked, whoever holds the lock knows a conversation's counters without asking again. */
export interface LedgerState {
  head: ConversationHeadRow;
  version: number;
  lastSeq: number;
  participantCount: number;
  lastActivityAt: number;
}

/** What one transaction does to one conversation: its counters, written at the end, and the rows written so far. */
export interface Ledger {
  readonly tx: Prisma.TransactionClient;
  readonly state: LedgerState;
  /** The latest row of each member changed, by user id. */
  readonly participants: Map<number, ParticipantRow>;
  /** The latest row of each message changed, by message id. */
  readonly messages: Map<number, MessageChangeRow>;
  /** Writes the counters; returns the changes in rising version. */
  close(): Promise<Change[]>;
}

/** Locks the conversation's row for the rest of the transaction. Null when there is none. */
export async function openLedger(
  tx: Prisma.TransactionClient,
  conversationId: number,
): Promise<Ledger | null> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '2s'`;
  const rows = await tx.$queryRaw<{ state: LedgerState }[]>`
    SELECT json_build_object('head', ${conversationHeadJson}, 'version', c.version, 'lastSeq', c.last_seq,
      'participantCount', c.participant_count, 'lastActivityAt', ${ms('c.last_activity_at')}) AS state
    FROM conversation c WHERE c.id = ${conversationId} FOR NO KEY UPDATE`;
  if (rows.length === 0) return null;
  const { state } = firstRow(rows);
  const versionBefore = state.version;
  const ledger: Ledger = {
    tx,
    state,
    participants: new Map(),
    messages: new Map(),
    async close() {
      if (state.version > versionBefore) await tx.$executeRaw(write(state));
      return changesOf(ledger, versionBefore);
    },
  };
  return ledger;
}

const write = ({
  head,
  version,
  lastSeq,
  participantCount,
  lastActivityAt,
}: LedgerState): Prisma.Sql => Prisma.sql`
  UPDATE conversation SET name = ${head.name}, state_version = ${head.stateVersion}, version = ${version},
    last_seq = ${lastSeq}, participant_count = ${participantCount},
    last_activity_at = to_timestamp(${lastActivityAt}::bigint / 1000.0)
  WHERE id = ${head.id}`;

const changesOf = ({ state, participants, messages }: Ledger, versionBefore: number): Change[] =>
  [
    ...(state.head.stateVersion > versionBefore ? [toHeadChange(state.head)] : []),
    ...[...participants.values()].map((participant) =>
      toParticipantChange({ participant, participantCount: state.participantCount }),
    ),
    ...[...messages.values()].map(toMessageChange),
  ].sort((one, other) => one.version - other.version);
