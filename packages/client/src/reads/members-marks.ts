import type { Participant, Receipt } from '@vibe/contract';
import type { KnownConversation } from '../folds/chat-state.ts';
import { memo } from './memo.ts';

/** One member, and how far they got; 0 where nothing is known of it. */
export interface MemberMarks {
  readonly participant: Participant;
  readonly deliveredSeq: number;
  readonly readSeq: number;
}

const marksOf = memo((participants: readonly Participant[]) =>
  memo((receipts: readonly Receipt[]): readonly MemberMarks[] => {
    const byUser = new Map(receipts.map((receipt) => [receipt.userId, receipt]));
    return participants.map((participant) => {
      const receipt = byUser.get(participant.userId);
      return { participant, deliveredSeq: receipt?.deliveredSeq ?? 0, readSeq: receipt?.readSeq ?? 0 };
    });
  }),
);

/** How far each known member got. Memoised: the same array until a member comes, goes or gets on. */
export const membersMarks = ({ participants, receipts }: KnownConversation): readonly MemberMarks[] =>
  marksOf(participants)(receipts);
