import type { Bus, Change, Notice } from '@vibe/chat';
import type { ConversationHead, Message, Participant } from '@vibe/contract';

/** One time that somebody was a member, by the versions of the conversation. */
export interface Membership {
  userId: number;
  joinVersion: number;
  /** Infinity while it lasts. */
  leftVersion: number;
  visibleFromSeq: number;
}

/** A conversation as its committed changes make it. */
export interface RecordedConversation {
  id: number;
  head: ConversationHead | null;
  /** Every change that was told, in the order of telling. */
  changes: Change[];
  /** The latest state of each; those who left, too. */
  members: Map<number, Participant>;
  messages: Map<number, Message>;
  memberships: Membership[];
}

/** A bus that writes down all that was committed, whatever becomes of the notices. */
export interface ChangeRecord extends Bus {
  conversation(conversationId: number): RecordedConversation | undefined;
  /** Of which the person is a member now, by id. */
  conversationsOf(userId: number): RecordedConversation[];
}

export function recordingBus(inner: Bus): ChangeRecord {
  const conversations = new Map<number, RecordedConversation>();

  const record = (notice: Notice): void => {
    if (notice.topic !== 'conversation') return;
    const known = conversations.get(notice.conversationId) ?? empty(notice.conversationId);
    conversations.set(known.id, known);
    for (const change of notice.changes) take(known, change);
  };

  return {
    publish(notice) {
      record(notice);
      inner.publish(notice);
    },
    subscribe: inner.subscribe,
    follow: inner.follow,
    isConnected: true,
    conversation: (conversationId) => conversations.get(conversationId),
    conversationsOf: (userId) =>
      [...conversations.values()]
        .filter(({ members }) => members.get(userId)?.leftAt === null)
        .sort((a, b) => a.id - b.id),
  };
}

const empty = (id: number): RecordedConversation => ({
  id,
  head: null,
  changes: [],
  members: new Map(),
  messages: new Map(),
  memberships: [],
});

/** Writers tell after their commits, so a later change may come before an earlier one. */
function take(known: RecordedConversation, change: Change): void {
  known.changes.push(change);
  switch (change.kind) {
    case 'conversation':
      if (change.version > (known.head?.stateVersion ?? -1)) known.head = change.conversation;
      break;
    case 'message': {
      const { message } = change;
      if (change.version > (known.messages.get(message.seq)?.version ?? -1))
        known.messages.set(message.seq, message);
      break;
    }
    case 'participant': {
      const { participant } = change;
      if (change.version > (known.members.get(participant.userId)?.version ?? -1))
        known.members.set(participant.userId, participant);
      takeMembership(known, participant);
      break;
    }
  }
}

function takeMembership(known: RecordedConversation, participant: Participant): void {
  const { userId, joinVersion, visibleFromSeq, leftAt, version } = participant;
  const before = known.memberships.find((one) => one.userId === userId && one.joinVersion === joinVersion);
  const membership = before ?? { userId, joinVersion, visibleFromSeq, leftVersion: Number.POSITIVE_INFINITY };
  if (!before) known.memberships.push(membership);
  if (leftAt !== null) membership.leftVersion = version;
}
