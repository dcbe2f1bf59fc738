import type { Message } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { type MemberMarks, membersMarks } from './members-marks.ts';
import { memo } from './memo.ts';

export type MessageStatus = 'sent' | 'delivered' | 'read';

/** Where the last of somebody's readers stands. */
interface Lowest {
  visibleFromSeq: number;
  deliveredSeq: number;
  readSeq: number;
}

/**
 * How far an own message got: delivered to, or read by, every other member, by their watermarks. Where not everybody's
 * are known, as in large groups, it stays `sent`. Cheap: what is worked out once serves every message until a member comes,
 * goes or gets on.
 */
export function messageStatus(known: ConversationState, { seq, senderId }: Message): MessageStatus {
  if (!known.hasAllParticipants) return 'sent';
  const { visibleFromSeq, deliveredSeq, readSeq } = lowestOf(membersMarks(known.conversation), senderId);
  if (visibleFromSeq >= seq) return 'sent';
  if (readSeq >= seq) return 'read';
  return deliveredSeq >= seq ? 'delivered' : 'sent';
}

const bySender = memo((_: readonly MemberMarks[]) => new Map<number, Lowest>());

function lowestOf(members: readonly MemberMarks[], senderId: number): Lowest {
  const lowest = bySender(members);
  const before = lowest.get(senderId);
  if (before) return before;
  const others = members.filter(({ participant }) => participant.userId !== senderId);
  const found = {
    visibleFromSeq: least(others.map(({ participant }) => participant.visibleFromSeq)),
    // Who does not see a message is not waited for: to them, everything up to there is as if read.
    deliveredSeq: least(others.map((each) => Math.max(each.deliveredSeq, each.participant.visibleFromSeq))),
    readSeq: least(others.map((each) => Math.max(each.readSeq, each.participant.visibleFromSeq))),
  };
  lowest.set(senderId, found);
  return found;
}

const least = (seqs: number[]): number =>
  seqs.reduce((low, seq) => Math.min(low, seq), Number.POSITIVE_INFINITY);
