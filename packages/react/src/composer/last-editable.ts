import { type ConversationState, latestRun } from '@vibe/client';
import { type Actor, can, type Message } from '@vibe/contract';

/** The person's latest message that they may still change. */
export function lastEditable(known: ConversationState, actor: Actor): Message | undefined {
  const { conversation } = known;
  const { membership } = conversation;
  return latestRun(known).findLast(
    (message) =>
      message.deletedAt === null && can(actor, 'message.edit', { conversation, membership, message }),
  );
}
