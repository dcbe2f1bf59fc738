import type { Change, Tracked } from '@vibe/chat';
import type { DurableEvent } from '@vibe/contract';

/**
 * Says no to what was pushed, before a removal, of conversations that the replay told the end of: that end was the last event
 * of the conversation. Joining again begins it anew. To be asked once for each event, in order.
 */
export function withoutEnded(left: Change[]): (tracked: Tracked) => boolean {
  const ends = new Map<number, number>();
  for (const change of left) {
    if (change.kind === 'participant') ends.set(change.participant.conversationId, change.version);
  }
  return ([, event]) => {
    const conversationId = ends.size > 0 ? conversationOf(event) : null;
    const end = conversationId === null ? undefined : ends.get(conversationId);
    if (conversationId === null || end === undefined) return true;
    return isJoinAfter(event, end) && ends.delete(conversationId);
  };
}

const isJoinAfter = (event: DurableEvent, version: number): boolean =>
  event.type === 'conversation.created' && event.conversation.membership.joinVersion > version;

function conversationOf(event: DurableEvent): number | null {
  if ('message' in event) return event.message.conversationId;
  if ('participant' in event) return event.participant.conversationId;
  if ('conversation' in event) return event.conversation.id;
  if ('receipt' in event) return event.receipt.conversationId;
  if ('preference' in event) return event.preference.conversationId;
  return null;
}
