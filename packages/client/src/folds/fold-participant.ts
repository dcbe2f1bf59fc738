import type { Participant } from '@vibe/contract';
import { type ChatState, type ConversationState, changeConversation } from './chat-state.ts';
import { foldUsers, withKnownUser } from './fold-user.ts';
import { withMemberships } from './memberships.ts';

/**
 * A membership as it is now: begun, changed or ended. `participantCount` is null in the answer to a call, which does not
 * tell it; the event that follows does. One's own that ended takes the conversation away.
 */
export function foldParticipant(
  state: ChatState,
  participant: Participant,
  participantCount: number | null,
): ChatState {
  const next = foldUsers(state, [participant.user]);
  if (participant.userId === state.userId && participant.leftAt !== null) return leave(next, participant);
  const told = withKnownUser(next, participant);
  return changeConversation(next, participant.conversationId, (known) =>
    takeCount(takeMembership(known, told, state.userId), told.version, participantCount),
  );
}

function takeMembership(known: ConversationState, told: Participant, ownId: number): ConversationState {
  const knownVersion = known.memberships.get(told.userId)?.version ?? known.fetchedVersion;
  if (told.version <= knownVersion) return known;
  const memberships = new Map(known.memberships).set(told.userId, told);
  const { conversation } = withMemberships(known, memberships, ownId);
  const version = Math.max(conversation.version, told.version);
  return { ...known, memberships, conversation: { ...conversation, version } };
}

function takeCount(known: ConversationState, version: number, participantCount: number | null) {
  if (participantCount === null || version <= known.countVersion) return known;
  return { ...known, countVersion: version, conversation: { ...known.conversation, participantCount } };
}

/** An ending older than the membership that is known is an old story: the person has come back since. */
function leave(state: ChatState, { conversationId, version }: Participant): ChatState {
  const known = state.conversations.get(conversationId);
  if (known && version <= known.conversation.membership.version) return state;
  const conversations = new Map(state.conversations);
  const missingIds = new Set(state.missingIds);
  const pending = new Map(state.pending);
  conversations.delete(conversationId);
  pending.delete(conversationId);
  missingIds.delete(conversationId);
  const leftVersion = Math.max(version, state.leftVersions.get(conversationId) ?? 0);
  const leftVersions = new Map(state.leftVersions).set(conversationId, leftVersion);
  return { ...state, conversations, pending, missingIds, leftVersions };
}
