import type {
  Conversation,
  ConversationHead,
  Message,
  Participant,
  Preference,
  Receipt,
  SyncEvent,
  User,
} from '@vibe/contract';

/** What can be done to the model; numbers pick a person or a message among those there are. */
export type Step =
  | { do: 'send' | 'join' | 'remove' | 'promote' | 'renameUser'; who: number }
  | { do: 'edit' | 'delete'; message: number }
  | { do: 'read' | 'deliver'; who: number; seq: number }
  | { do: 'rename' | 'prefer' };

export const ownId = 1;
const people = [1, 2, 3, 4, 5];

/** One group as the server keeps it, seen by one member who stays in it: the truth that folds are compared with. */
export function createModel({ listUncounted = true } = {}) {
  let version = 0;
  let preferenceVersion = 0;
  let clock = 0;
  const time = () => new Date(Date.UTC(2026, 0, 1) + 1_000 * ++clock).toISOString();
  const users = new Map<number, User>(people.map((id) => [id, userOf(id)]));
  const members = new Map<number, Participant>();
  const receipts = new Map<number, Receipt>();
  const messages: Message[] = [];
  let head: ConversationHead = headOf(time());
  let lastActivityAt = head.createdAt;

  const user = (id: number): User => users.get(id) ?? userOf(id);
  const active = () => [...members.values()].filter(({ leftAt }) => leftAt === null).sort(byUser);
  const pick = <T>(from: readonly T[], index: number): T | undefined =>
    from[index % Math.max(1, from.length)];
  const count = () => active().length;

  const enter = (userId: number): Participant => {
    version += 1;
    const base = { conversationId: 1, userId, role: 'member' as const, leftAt: null, visibleFromSeq: 0 };
    const member = { ...base, joinedAt: time(), joinVersion: version, version, user: user(userId) };
    members.set(userId, member);
    receipts.set(userId, receiptOf(userId, messages.length));
    return member;
  };
  const alter = (member: Participant, fields: Partial<Participant>): Participant => {
    version += 1;
    const altered = { ...member, ...fields, version };
    members.set(member.userId, altered);
    return altered;
  };
  const rewrite = (message: Message, fields: Partial<Message>): Message => {
    version += 1;
    const rewritten = { ...message, ...fields, version };
    messages[message.seq - 1] = rewritten;
    return rewritten;
  };
  const raise = (userId: number, fields: Partial<Receipt>): Receipt => {
    const raised = { ...(receipts.get(userId) ?? receiptOf(userId, 0)), ...fields };
    receipts.set(userId, raised);
    return raised;
  };
  for (const id of [1, 2, 3]) enter(id);

  const send = (senderId: number): SyncEvent => {
    version += 1;
    const seq = messages.length + 1;
    const message = messageOf(seq, senderId, version, time());
    messages.push(message);
    lastActivityAt = message.createdAt;
    const before = receipts.get(senderId) ?? receiptOf(senderId, 0);
    const at = message.createdAt;
    const readsOn = before.readSeq === seq - 1;
    if (readsOn) raise(senderId, { readSeq: seq, readAt: at, deliveredSeq: seq, deliveredAt: at });
    const senderReadSeq = readsOn ? seq : before.readSeq;
    return { type: 'message.sent', message, users: [user(senderId)], senderReadSeq };
  };
  const told = (type: 'message.edited' | 'message.deleted', message: Message): SyncEvent => ({
    type,
    message,
    users: [user(message.senderId)],
    senderReadSeq: null,
  });

  /** Does it, and returns what members are told of it; nothing where it cannot be done. */
  function apply(step: Step): SyncEvent[] {
    switch (step.do) {
      case 'send': {
        const sender = pick(active(), step.who);
        return sender ? [send(sender.userId)] : [];
      }
      case 'edit': {
        const message = pick(
          messages.filter(({ deletedAt }) => deletedAt === null),
          step.message,
        );
        return message
          ? [told('message.edited', rewrite(message, { content: `v${version}`, editedAt: time() }))]
          : [];
      }
      case 'delete': {
        const message = pick(
          messages.filter(({ deletedAt }) => deletedAt === null),
          step.message,
        );
        return message
          ? [told('message.deleted', rewrite(message, { content: null, deletedAt: time() }))]
          : [];
      }
      case 'join': {
        const userId = pick(
          people.filter((id) => members.get(id)?.leftAt !== null),
          step.who,
        );
        if (userId === undefined) return [];
        const participant = enter(userId);
        const receipt = receipts.get(userId) ?? receiptOf(userId, 0);
        return [
          { type: 'participant.added', participant, participantCount: count() },
          { type: 'receipt.advanced', receipt },
        ];
      }
      case 'remove': {
        const member = pick(
          active().filter(({ userId }) => userId !== ownId),
          step.who,
        );
        if (!member) return [];
        const participant = alter(member, { leftAt: time() });
        receipts.delete(member.userId);
        return [{ type: 'participant.removed', participant, participantCount: count() }];
      }
      case 'promote': {
        const member = pick(active(), step.who);
        if (!member) return [];
        const participant = alter(member, { role: member.role === 'admin' ? 'member' : 'admin' });
        return [{ type: 'participant.updated', participant, participantCount: count() }];
      }
      case 'renameUser': {
        const known = user(pick(people, step.who) ?? ownId);
        const renamed = { ...known, fullName: `${known.fullName}'`, version: known.version + 1 };
        users.set(known.id, renamed);
        const member = members.get(known.id);
        if (member) members.set(known.id, { ...member, user: renamed });
        return [{ type: 'user.updated', user: renamed }];
      }
      case 'read':
      case 'deliver': {
        const member = pick(active(), step.who);
        const before = member && receipts.get(member.userId);
        if (!before) return [];
        const seq = step.seq % (messages.length + 1);
        const at = time();
        const isDelivered = seq > before.deliveredSeq;
        const isRead = step.do === 'read' && seq > before.readSeq;
        if (!isDelivered && !isRead) return [];
        const receipt = raise(before.userId, {
          ...(isDelivered && { deliveredSeq: seq, deliveredAt: at }),
          ...(isRead && { readSeq: seq, readAt: at }),
        });
        return [{ type: 'receipt.advanced', receipt }];
      }
      case 'rename':
        version += 1;
        head = { ...head, name: `name ${version}`, stateVersion: version };
        return [{ type: 'conversation.updated', conversation: head }];
      case 'prefer':
        preferenceVersion += 1;
        return [{ type: 'preference.updated', preference: preferenceOf(preferenceVersion) }];
    }
  }

  /** As the server would answer. */
  function snapshot(): Conversation {
    const own = receipts.get(ownId) ?? receiptOf(ownId, 0);
    const uncounted = messages
      .filter(({ seq, senderId, deletedAt }) => seq > own.readSeq && (senderId === ownId || deletedAt))
      .map(({ seq }) => seq);
    const participants = active();
    const membership = members.get(ownId);
    if (!membership) throw new Error('The member stays.');
    return {
      ...head,
      version,
      lastSeq: messages.length,
      lastActivityAt,
      lastMessage: messages.at(-1) ?? null,
      unreadCount: messages.length - own.readSeq - uncounted.length,
      uncountedSeqs: listUncounted || uncounted.length === 0 ? uncounted : null,
      membership,
      participantCount: participants.length,
      participants,
      receipts: [...receipts.values()].sort(byUser),
      preference: preferenceOf(preferenceVersion),
      users: [...users.values()],
    };
  }

  return { listUncounted, apply, snapshot, messages: () => [...messages] };
}

const byUser = (a: { userId: number }, b: { userId: number }) => a.userId - b.userId;

const userOf = (id: number): User => ({
  id,
  fullName: `Person ${id}`,
  avatarUrl: null,
  role: 'client',
  isDeactivated: false,
  version: 1,
});

const headOf = (createdAt: string): ConversationHead => ({
  id: 1,
  type: 'group',
  name: 'Runners',
  isActive: true,
  historyVisible: true,
  createdAt,
  stateVersion: 0,
});

const receiptOf = (userId: number, seq: number): Receipt => ({
  conversationId: 1,
  userId,
  deliveredSeq: seq,
  deliveredAt: null,
  readSeq: seq,
  readAt: null,
});

const messageOf = (seq: number, senderId: number, version: number, createdAt: string): Message => ({
  id: seq,
  conversationId: 1,
  seq,
  senderId,
  clientId: `client-${seq}`,
  kind: 'text',
  content: `message ${seq}`,
  payload: null,
  createdAt,
  editedAt: null,
  deletedAt: null,
  version,
});

const preferenceOf = (version: number): Preference => ({
  conversationId: 1,
  mutedUntil: null,
  pinnedAt: version % 2 === 0 ? null : '2026-01-01T00:00:00.000Z',
  archivedAt: null,
  version,
});
