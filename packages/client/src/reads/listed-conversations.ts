import type { ChatState, ConversationState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';
import { sortedConversations } from './sorted-conversations.ts';

interface Lists {
  current: readonly ConversationState[];
  archived: readonly ConversationState[];
}

const preferenceOf = ({ conversation }: ConversationState) => conversation.preference;

const lists = memo((sorted: readonly ConversationState[]): Lists => {
  const current = sorted.filter((known) => preferenceOf(known).archivedAt === null);
  const pinned = current.filter((known) => preferenceOf(known).pinnedAt !== null);
  return {
    current: [...pinned.sort(byPin), ...current.filter((known) => preferenceOf(known).pinnedAt === null)],
    archived: sorted.filter((known) => preferenceOf(known).archivedAt !== null),
  };
});

/**
 * What a list shows: the pinned ones first, latest pinned first, then by latest activity. Archived ones are a list of their
 * own, by latest activity, and a new message leaves them there: whoever put one away hears of it again when they take it
 * back. Memoised: the same array while no conversation changes.
 */
export const listedConversations = (
  state: ChatState,
  { archived }: { archived: boolean },
): readonly ConversationState[] => {
  const { archived: away, current } = lists(sortedConversations(state));
  return archived ? away : current;
};

/** Times are written alike, so that they compare as text. Equal ones stay by activity. */
function byPin(a: ConversationState, b: ConversationState): number {
  const [first, second] = [preferenceOf(a).pinnedAt ?? '', preferenceOf(b).pinnedAt ?? ''];
  if (first === second) return 0;
  return first < second ? 1 : -1;
}
