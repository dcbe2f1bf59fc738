import { type ConversationState, describeFailure } from '@vibe/client';
import { can, type ParticipantRole, type Profile, type User } from '@vibe/contract';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { actorOf } from '../people/actor-of.ts';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';

/** What is known of that conversation; undefined while it is not, or not any more. */
export const useKnown = (conversationId: number): ConversationState | undefined =>
  useSync(({ chat }) => chat.conversations.get(conversationId));

/** What one can do with a conversation and its members. All of it rejects with what `describeFailure` puts into words. */
export function useConversationDeeds(conversationId: number) {
  const { sync } = useChat();
  return useMemo(
    () => ({
      setPreference: (fields: { mutedUntil?: string | null; isPinned?: boolean; isArchived?: boolean }) =>
        sync.setPreference(conversationId, fields),
      rename: (name: string) => sync.rename(conversationId, name),
      add: (userIds: number[]) => sync.addParticipants(conversationId, userIds),
      remove: (userId: number) => sync.removeParticipant(conversationId, userId),
      setRole: (userId: number, role: ParticipantRole) => sync.setRole(conversationId, userId, role),
      leave: () => sync.leave(conversationId),
      /** Resolves with the id of the direct conversation with that person. */
      openDirect: (userId: number) => sync.createConversation({ type: 'direct', userId }),
    }),
    [sync, conversationId],
  );
}

/** Loads the members that a summary leaves out, and again whenever they are not all known any more. */
export function useAllMembers({ conversation, hasAllParticipants }: ConversationState) {
  const { sync } = useChat();
  const { id } = conversation;
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(() => {
    setProblem(null);
    sync.loadMembers(id).catch((error) => setProblem(describeFailure(error).message));
  }, [sync, id]);
  useEffect(() => {
    if (!hasAllParticipants) load();
  }, [hasAllParticipants, load]);
  return { isLoading: !hasAllParticipants && problem === null, problem, retry: load };
}

/** The person's email, where one may see it; null where not, or not yet. */
export function useEmail(user: User): string | null {
  const { api } = useChat();
  const me = useSync((state) => state.me);
  const [profile, setProfile] = useState<Profile | null>(null);
  const mayAsk = me !== null && can(actorOf(me), 'user.seeEmail', { user });
  const { id } = user;
  useEffect(() => {
    if (!mayAsk) return;
    const end = new AbortController();
    api.user.byId
      .query({ userId: id }, { signal: end.signal })
      .then(setProfile)
      // It is an extra: without it, the rest stands.
      .catch(() => {});
    return () => end.abort();
  }, [api, id, mayAsk]);
  return profile?.id === id ? profile.email : null;
}

/** Whether one blocks that person, and changing it. */
export function useBlock(userId: number) {
  const { sync } = useChat();
  const isBlocked = useSync(({ blockedIds }) => blockedIds.has(userId));
  return { isBlocked, block: () => sync.block(userId), unblock: () => sync.unblock(userId) };
}
