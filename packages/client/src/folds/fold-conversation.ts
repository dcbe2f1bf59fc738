import type { Conversation, Participant } from '@vibe/contract';
import type { ChatState, ConversationState, KnownConversation } from './chat-state.ts';
import { foldUsers, withKnownUser } from './fold-user.ts';
import { listActive } from './memberships.ts';
import { type ConversationSource, mergeConversation } from './merge-conversation.ts';

/** A conversation as the server told it, merged with what became known beside it. */
export function foldConversation(
  state: ChatState,
  told: Conversation,
  source: ConversationSource,
): ChatState {
  const { users, ...conversation } = told;
  const { joinVersion } = told.membership;
  const known = state.conversations.get(told.id);
  const knownJoin = known?.conversation.membership.joinVersion ?? 0;
  const isOld = joinVersion < knownJoin || joinVersion <= (state.leftVersions.get(told.id) ?? 0);
  const next = foldUsers(state, [
    ...users,
    ...told.participants.map(({ user }) => user),
    told.membership.user,
  ]);
  if (isOld) return next;
  const fresh = freshConversation(next, conversation);
  // After a rejoin nothing is kept of before: history may be hidden now, and changes in between were not told.
  if (!known || joinVersion > knownJoin) return place(next, fresh);
  const current = next.conversations.get(told.id) ?? known;
  return place(next, mergeConversation(current, fresh, source, state.userId));
}

function freshConversation(state: ChatState, told: KnownConversation): ConversationState {
  const people = [...told.participants, told.membership].map((each) => withKnownUser(state, each));
  const memberships = new Map<number, Participant>(people.map((each) => [each.userId, each]));
  const hasAllParticipants = told.participants.length >= told.participantCount;
  const membership = memberships.get(told.membership.userId) ?? told.membership;
  const participants = listActive(memberships, hasAllParticipants);
  return {
    conversation: { ...told, membership, participants },
    messages: [],
    memberships,
    hasAllParticipants,
    fetchedVersion: told.version,
    countVersion: told.version,
    isStale: false,
  };
}

function place(state: ChatState, known: ConversationState): ChatState {
  const { id } = known.conversation;
  const leftVersions = new Map(state.leftVersions);
  leftVersions.delete(id);
  return {
    ...state,
    conversations: new Map(state.conversations).set(id, known),
    leftVersions,
    missingIds: without(state.missingIds, id),
    absentIds: without(state.absentIds, id),
  };
}

/**
 * Asked for, and not there for this person. `joinVersion` is of the membership that was known when it was asked for, null
 * if none: whoever has joined since is not concerned.
 */
export function foldAbsent(state: ChatState, conversationId: number, joinVersion: number | null): ChatState {
  const known = state.conversations.get(conversationId);
  if ((known?.conversation.membership.joinVersion ?? null) !== joinVersion) return state;
  const conversations = new Map(state.conversations);
  conversations.delete(conversationId);
  return {
    ...state,
    conversations,
    missingIds: without(state.missingIds, conversationId),
    absentIds: new Set(state.absentIds).add(conversationId),
  };
}

/** Asked for, and perhaps not known: it has to be fetched. */
export function foldWanted(state: ChatState, conversationId: number): ChatState {
  if (state.conversations.has(conversationId) || state.missingIds.has(conversationId)) return state;
  return { ...state, missingIds: new Set(state.missingIds).add(conversationId) };
}

function without(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  if (!ids.has(id)) return ids;
  const others = new Set(ids);
  others.delete(id);
  return others;
}
