import type { Message } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';
import { messageRuns } from './message-runs.ts';

/** Messages that can be shown together: none is missing between them. */
export interface MessageRun {
  /** Ascending by seq; empty where that part of the history is not loaded. */
  readonly messages: readonly Message[];
  /** Whether there is something before them that the person may see. */
  readonly hasOlder: boolean;
  /** Whether the conversation goes on after them. */
  readonly hasNewer: boolean;
}

/** A place in the history: a seq, or wherever the conversation ends. */
export type Anchor = number | 'end';

/** The visible seq nearest to the anchor. Where nothing is visible, the conversation's `lastSeq`. */
export function nearestSeq({ conversation }: ConversationState, anchor: Anchor): number {
  const { lastSeq, membership } = conversation;
  if (anchor === 'end' || !Number.isInteger(anchor)) return lastSeq;
  return Math.min(Math.max(anchor, membership.visibleFromSeq + 1), lastSeq);
}

/**
 * The unbroken run of loaded messages around the anchor. Empty while the anchor's message is not loaded; `hasOlder` and
 * `hasNewer` then tell whether there is something up to the anchor, and after it. Memoised: the same object for as long as
 * neither the run nor its surroundings change, whatever else does.
 */
export function runAt(known: ConversationState, anchor: Anchor): MessageRun {
  const { lastSeq, membership } = known.conversation;
  const seq = nearestSeq(known, anchor);
  const messages = messageRuns(known.messages).find((run) => isWithin(run, seq)) ?? nothing;
  const firstSeq = messages[0]?.seq ?? seq + 1;
  const endSeq = messages.at(-1)?.seq ?? seq;
  const variant = variants(messages);
  const isOldest = firstSeq <= membership.visibleFromSeq + 1;
  if (endSeq < lastSeq) return isOldest ? variant.first : variant.middle;
  return isOldest ? variant.whole : variant.last;
}

const nothing: readonly Message[] = [];

const isWithin = (run: readonly Message[], seq: number): boolean =>
  (run[0]?.seq ?? seq + 1) <= seq && seq <= (run.at(-1)?.seq ?? 0);

const variants = memo((messages: readonly Message[]) => ({
  first: { messages, hasOlder: false, hasNewer: true },
  middle: { messages, hasOlder: true, hasNewer: true },
  last: { messages, hasOlder: true, hasNewer: false },
  whole: { messages, hasOlder: false, hasNewer: false },
}));
