import type { Change } from '@vibe/chat';
import type { Conversation } from '@vibe/contract';
import type { HubContext } from './hub-context.ts';
import type { LiveConversation } from './live-conversation.ts';
import type { Member } from './members.ts';
import type { Occurrence } from './occurrence.ts';
import { messageEvent, type ParticipantChange } from './to-event.ts';

/**
 * Tells a newcomer the whole conversation, then what has come since they joined. What comes until it has been fetched
 * waits for them.
 */
export function admit(hub: HubContext, into: LiveConversation, member: Member): void {
  const isStillThere = () => into.members.byId(member.person.userId) === member;
  hub.backlog.add(async () => {
    if (!isStillThere()) return;
    const [conversation] = await hub.changeLog.conversationsOf(member.person.userId, [into.id]);
    const missed = await missedBy(hub, into, member, conversation);
    if (!isStillThere()) return;
    if (conversation) introduce(hub, into, member, conversation, missed);
    else turnAway(into, member, missed);
  });
}

/** What was told before they were placed, although they had joined by then; how their membership ended, if it did. */
async function missedBy(
  hub: HubContext,
  into: LiveConversation,
  member: Member,
  conversation: Conversation | undefined,
): Promise<Change[]> {
  const since = conversation?.membership.joinVersion ?? member.version;
  if (conversation && since > member.heldAfter) return [];
  return (await hub.changeLog.fill(into.id, since - 1)).changes;
}

function introduce(
  hub: HubContext,
  into: LiveConversation,
  member: Member,
  conversation: Conversation,
  changes: Change[],
): void {
  const held = member.held ?? [];
  member.held = null;
  member.visibleFromSeq = conversation.membership.visibleFromSeq;
  into.tell(into.occurrence({ type: 'conversation.created', conversation }), [member]);
  for (const change of changes) {
    if (change.kind !== 'message' || change.version > member.heldAfter) continue;
    const occurrence = into.occurrence(messageEvent(change));
    if (isNews(occurrence, conversation)) into.tell(occurrence, [member]);
  }
  for (const occurrence of held) {
    if (isNews(occurrence, conversation)) into.tell(occurrence, [member]);
  }
  for (const observer of hub.observers) observer.memberIntroduced?.(into.id, member.person.userId);
}

/** What the conversation as it was told has not said, and what was written since they joined. The rest is history. */
function isNews({ event, stateVersion }: Occurrence, { version, membership }: Conversation): boolean {
  if ('message' in event) {
    return event.message.version > membership.joinVersion && event.message.seq > membership.visibleFromSeq;
  }
  return stateVersion === null || stateVersion > version;
}

/** They are out again: the bus told of their joining late, or the hub came to the conversation after it. */
function turnAway(from: LiveConversation, { person }: Member, changes: Change[]): void {
  const end = changes.find(
    (change): change is ParticipantChange =>
      change.kind === 'participant' &&
      change.participant.userId === person.userId &&
      change.participant.leftAt !== null,
  );
  from.remove(person, end ?? null);
}
