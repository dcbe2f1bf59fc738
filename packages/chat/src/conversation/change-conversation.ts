import type { ConversationHead, Participant } from '@vibe/contract';
import type { ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';
import type { Bus, Change } from '../ports/bus.ts';
import type { LockedConversation } from '../ports/conversation-store.ts';

/** What a rule under the lock decides by. */
export interface Held {
  conversation: LockedConversation;
  head: ConversationHead;
  /** The actor's own active membership. */
  membership: Participant | null;
}

/**
 * Runs a rule under the conversation's lock, so that what it checks is still so when it writes, and tells the bus after
 * the commit. @throws `NOT_FOUND` when there is no such conversation; what the rule throws, with nothing written
 */
export async function changeConversation<T>(
  deps: ChatDeps,
  userId: number,
  conversationId: number,
  rule: (held: Held) => Promise<T>,
): Promise<{ result: T; changes: Change[] }> {
  const done = await deps.conversations.change(conversationId, async (conversation) =>
    rule({ conversation, head: conversation.head, membership: await conversation.membership(userId) }),
  );
  if (!done) throw notFound('conversation');
  publishChanges(deps, conversationId, done.changes);
  return done;
}

export function publishChanges(deps: { bus: Bus }, conversationId: number, changes: Change[]): void {
  if (changes.length > 0) deps.bus.publish({ topic: 'conversation', conversationId, changes });
}

/** The latest state that a change left a person's membership in. */
export function participantIn(changes: Change[], userId: number): Participant {
  const change = changes.findLast((one) => one.kind === 'participant' && one.participant.userId === userId);
  if (change?.kind !== 'participant') throw notFound('participant');
  return change.participant;
}
