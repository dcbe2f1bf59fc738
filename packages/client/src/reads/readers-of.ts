import type { Message, Participant } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { type MemberMarks, membersMarks } from './members-marks.ts';
import { memo } from './memo.ts';

/** The other members who may see a message, each in one of the lists, by user id. */
export interface Readers {
  readonly read: readonly Participant[];
  /** Delivered to them, and not read. */
  readonly delivered: readonly Participant[];
  /** Neither, as far as is known. */
  readonly rest: readonly Participant[];
}

const readers = memo((members: readonly MemberMarks[]) =>
  memo(({ seq, senderId }: Message): Readers => {
    const others = members.filter(
      ({ participant }) => participant.userId !== senderId && participant.visibleFromSeq < seq,
    );
    const where = (isThere: (marks: MemberMarks) => boolean) =>
      others.filter(isThere).map(({ participant }) => participant);
    return {
      read: where(({ readSeq }) => readSeq >= seq),
      delivered: where(({ deliveredSeq, readSeq }) => deliveredSeq >= seq && readSeq < seq),
      rest: where(({ deliveredSeq, readSeq }) => deliveredSeq < seq && readSeq < seq),
    };
  }),
);

/**
 * Who has read the message, and who has not, of the members that are known (`loadMembers` for all of them, and
 * `fetchReceipts` where receipts are not streamed). Memoised: the same object until a member comes, goes or gets on, or the
 * message changes.
 */
export const readersOf = ({ conversation }: ConversationState, message: Message): Readers =>
  readers(membersMarks(conversation))(message);
