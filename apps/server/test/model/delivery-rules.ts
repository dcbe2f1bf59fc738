import type { DurableEvent } from '@vibe/contract';
import type { ChangeRecord } from './change-record.ts';
import type { Received } from './line.ts';

/** Of an event that belongs to a conversation: which one, and at which version. */
interface Place {
  conversationId: number;
  version: number;
}

/** What P15, P16 and the order of versions forbid, of all that one device received; in words. */
export function brokenRules(record: ChangeRecord, userId: number, received: readonly Received[]): string[] {
  return [
    ...received.flatMap(({ event }) => afterRemoval(record, userId, event)),
    ...[...Map.groupBy(received, ({ page }) => page).values()].flatMap((each) => outOfOrder(userId, each)),
  ];
}

/** P15. What is received belongs to a time when its receiver was a member, or to one before it that they may see. */
function afterRemoval(record: ChangeRecord, userId: number, event: DurableEvent): string[] {
  const place = placeOf(event);
  if (!place) return [];
  const memberships = record.conversation(place.conversationId)?.memberships ?? [];
  const isTheirs = memberships.some(
    (membership) =>
      membership.userId === userId &&
      (place.version < membership.leftVersion || isOwnEnd(event, userId)) &&
      (!('message' in event) || event.message.seq > membership.visibleFromSeq),
  );
  return isTheirs ? [] : [`P15: person ${userId} was sent ${JSON.stringify(event)}`];
}

/** Live, versions rise within a conversation; what follows the own removal is a new beginning. */
function outOfOrder(userId: number, received: readonly Received[]): string[] {
  const broken: string[] = [];
  const gone = new Set<number>();
  let live: Map<number, number> | null = null;
  let connection = 0;
  for (const each of received) {
    const { event } = each;
    if (each.connection !== connection) live = null;
    connection = each.connection;
    if (event.type === 'caughtUp') live = new Map();
    if (event.type === 'conversation.created') {
      gone.delete(event.conversation.id);
      live?.delete(event.conversation.id);
      continue;
    }
    const place = placeOf(event);
    if (!place) continue;
    const { conversationId, version } = place;
    if (gone.has(conversationId) && !isOwnEnd(event, userId))
      broken.push(`P15: after their removal person ${userId} was sent ${JSON.stringify(event)}`);
    if (live && version <= (live.get(conversationId) ?? 0))
      broken.push(`P14: after version ${live.get(conversationId)} came ${JSON.stringify(event)}`);
    live?.set(conversationId, version);
    if (isOwnEnd(event, userId)) gone.add(conversationId);
  }
  return broken;
}

const isOwnEnd = (event: DurableEvent, userId: number): boolean =>
  event.type === 'participant.removed' && event.participant.userId === userId;

function placeOf(event: DurableEvent): Place | null {
  switch (event.type) {
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted':
      return { conversationId: event.message.conversationId, version: event.message.version };
    case 'participant.added':
    case 'participant.updated':
    case 'participant.removed':
      return { conversationId: event.participant.conversationId, version: event.participant.version };
    case 'conversation.updated':
      return { conversationId: event.conversation.id, version: event.conversation.stateVersion };
    default:
      return null;
  }
}
