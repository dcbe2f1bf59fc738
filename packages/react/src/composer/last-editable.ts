import { type ChatState, type ConversationState, latestRun, withChange } from '@vibe/client';
import { type Actor, can, type Message } from '@vibe/contract';

/** The person's latest message that they may still change; not one that they are deleting. */
export function lastEditable(
  known: ConversationState,
  actor: Actor,
  changes: ChatState['changes'],
): Message | undefined {
  const { conversation } = known;
  const { membership } = conversation;
  return latestRun(known).findLast(
    (message) =>
      withChange(message, changes.get(message.id)).deletedAt === null &&
      can(actor, 'message.edit', { conversation, membership, message }),
  );
}
