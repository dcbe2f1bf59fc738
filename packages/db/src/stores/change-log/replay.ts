import type { ChangeLog, Replay } from '@vibe/chat';
import { type AskStatement, toStatement } from '../../statement.ts';
import { gathered } from '../gathered.ts';
import { toChanges, toParticipantChange } from '../rows/change-rows.ts';
import { toConversations } from '../rows/conversation-row.ts';
import { toPreference } from '../rows/preference-row.ts';
import { toReceipt } from '../rows/receipt-row.ts';
import { toUser } from '../rows/user-row.ts';
import { type ChangedMessageRow, type ReplayAsk, type ReplayRow, replaySql } from './replay-sql.ts';

/** An answer may be as long as this many of the longest replays. */
const mostReaders = 16;

/** Who resumes while others do is read together with them: after an instance went away, thousands come at once. */
export function replay(ask: AskStatement): ChangeLog['replay'] {
  const read = gathered((asks: ReplayAsk[]) => replays(ask, asks), { most: mostReaders, atOnce: 2 });
  return (userId, mark, max, conversationId) => read({ userId, mark, max, conversationId });
}

async function replays(askStatement: AskStatement, asks: ReplayAsk[]): Promise<(Replay | null)[]> {
  const rows = await askStatement<ReplayRow>(...toStatement('replay', replaySql(asks)));
  const messages = rows[0]?.messages ?? null;
  if (messages) {
    const byConversation = Map.groupBy(messages, ({ message }) => message.conversationId);
    return rows.map((row, index) => toReplay(row, asks[index], byConversation));
  }
  if (asks.length === 1) return [null];
  // Together they missed too much to be read at once; each of them may not have.
  const alone: (Replay | null)[] = [];
  for (const ask of asks) alone.push(...(await replays(askStatement, [ask])));
  return alone;
}

/** Null where the mark is none of this database, or too much was missed. */
function toReplay(
  { isAhead, seen, messages: _, joined: joinedRows, ...row }: ReplayRow,
  ask: ReplayAsk | undefined,
  byConversation: ReadonlyMap<number, ChangedMessageRow[]>,
): Replay | null {
  if (isAhead || !ask) return null;
  const { messages, truncatedIds } = missedBy(ask, seen, byConversation);
  const joined = toConversations(joinedRows);
  const rowCount = Object.values({ ...row, joined, messages, truncatedIds }).reduce(
    (count, rows) => count + rows.length,
    0,
  );
  if (rowCount > ask.max.rows) return null;
  return {
    changes: toChanges({ ...row, messages }),
    joined,
    truncatedIds,
    // How many are left in it is no longer theirs to know.
    left: row.left.map((participant) => toParticipantChange({ participant, participantCount: 0 })),
    receipts: row.receipts.map(toReceipt),
    preferences: row.preferences.map(toPreference),
    users: row.users.map(toUser),
  };
}

/** Of the messages that were read for several readers, those that this one missed and may see. */
function missedBy(
  { mark, max }: ReplayAsk,
  seen: ReplayRow['seen'],
  byConversation: ReadonlyMap<number, ChangedMessageRow[]>,
): { messages: ChangedMessageRow[]; truncatedIds: number[] } {
  const messages: ChangedMessageRow[] = [];
  const truncatedIds: number[] = [];
  for (const { conversationId, visibleFromSeq } of seen) {
    const since = (byConversation.get(conversationId) ?? []).filter(({ changed }) => BigInt(changed) >= mark);
    if (since.length > max.messages) truncatedIds.push(conversationId);
    else messages.push(...since.filter(({ message }) => message.seq > visibleFromSeq));
  }
  return { messages, truncatedIds };
}
