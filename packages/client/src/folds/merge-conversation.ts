import type { Participant } from '@vibe/contract';
import type { ConversationState, KnownConversation } from './chat-state.ts';
import { laterTime } from './later-time.ts';
import { listActive, type Memberships, ofMembers, ofSameMembership } from './memberships.ts';
import { isLater } from './messages.ts';
import { unreadOf } from './own-unread.ts';
import { mergeReceipts } from './receipts.ts';
import { countFetched, isUncounted } from './unread.ts';

/**
 * How a whole conversation came: `listed` is an answer beside an unbroken stream of events; after `created` or `fetched`
 * events may have been missed, so that what is not in it is gone. `fetched` is the answer to "this one is stale".
 */
export type ConversationSource = 'listed' | 'created' | 'fetched';

/** One membership's two accounts of the same conversation: of each part, the newer. Either may be the later one. */
export function mergeConversation(
  known: ConversationState,
  told: ConversationState,
  source: ConversationSource,
  ownId: number,
): ConversationState {
  const isUnbroken = source === 'listed';
  const memberships = mergeMemberships(known, told, isUnbroken);
  const hasAllParticipants = told.hasAllParticipants || (isUnbroken && known.hasAllParticipants);
  const isCountKnown = known.countVersion > told.countVersion;
  const receipts = mergeReceipts(
    ofSameMembership(known.conversation.receipts, known.memberships, memberships),
    ofSameMembership(told.conversation.receipts, told.memberships, memberships),
  );
  const unread = mergeUnread(known, told, ownId);
  const { isStale, readSeq: _, ...counts } = unread;
  return {
    ...known,
    memberships,
    hasAllParticipants,
    fetchedVersion: Math.max(known.fetchedVersion, told.fetchedVersion),
    countVersion: Math.max(known.countVersion, told.countVersion),
    isStale: isStale || needsFetch(known, source),
    conversation: {
      ...mergeParts(known.conversation, told.conversation),
      ...counts,
      membership: memberships.get(ownId) ?? told.conversation.membership,
      participants: listActive(memberships, hasAllParticipants),
      participantCount: (isCountKnown ? known : told).conversation.participantCount,
      receipts: ofMembers(receipts, { memberships, hasAllParticipants }),
    },
  };
}

/** A conversation that is told anew may have had changes of its loaded messages that were not. */
function needsFetch(known: ConversationState, source: ConversationSource): boolean {
  if (source === 'fetched') return false;
  return known.isStale || (source === 'created' && known.messages.length > 0);
}

function mergeParts(known: KnownConversation, told: KnownConversation): KnownConversation {
  const newer = known.stateVersion > told.stateVersion ? known : told;
  const message = told.lastMessage;
  return {
    ...newer,
    version: Math.max(known.version, told.version),
    lastActivityAt: laterTime(known.lastActivityAt, told.lastActivityAt),
    lastMessage: message && isLater(known.lastMessage, message) ? message : known.lastMessage,
    preference: known.preference.version > told.preference.version ? known.preference : told.preference,
  };
}

function mergeMemberships(
  known: ConversationState,
  told: ConversationState,
  isUnbroken: boolean,
): Memberships {
  const merged = new Map<number, Participant>(told.memberships);
  for (const membership of known.memberships.values()) {
    const other = told.memberships.get(membership.userId);
    const isLaterChange = membership.version > (other?.version ?? told.fetchedVersion);
    const isEnded = membership.leftAt !== null;
    const isBeyondSummary = isUnbroken && !told.hasAllParticipants;
    if (isLaterChange || (!other && (isEnded || isBeyondSummary))) merged.set(membership.userId, membership);
  }
  return merged;
}

function mergeUnread(known: ConversationState, told: ConversationState, ownId: number) {
  const seen = unreadOf(known, ownId);
  const seqs = known.messages.filter((message) => isUncounted(message, ownId)).map(({ seq }) => seq);
  return countFetched(unreadOf(told, ownId), {
    ...seen,
    seqs: [...(seen.uncountedSeqs ?? []), ...seqs],
    isNewer: known.conversation.version > told.conversation.version,
  });
}
