import type { Change, ChangeLog, Fill, Membership, Notice, Replay } from '@vibe/chat';
import type {
  Conversation,
  ConversationHead,
  Message,
  Participant,
  Preference,
  Receipt,
  User,
} from '@vibe/contract';

/** A row and the transaction that last wrote it. */
type Stored<T> = T & { changed: bigint };

interface StoredConversation {
  head: ConversationHead;
  version: number;
  lastSeq: number;
  participants: Map<number, Stored<Participant>>;
  messages: Stored<Message>[];
  receipts: Map<number, Stored<Receipt>>;
  preferences: Map<number, Stored<Preference>>;
  changed: bigint;
}

const time = '2026-01-01T00:00:00.000Z';

/**
 * What the change log promises, over rows in memory: versions are given at the commit, under the conversation's lock;
 * transaction ids at the beginning, so that a transaction can commit after younger ones did.
 */
export class FakeDatabase {
  epochName = 'fake:1';
  readonly #conversations = new Map<number, StoredConversation>();
  readonly #users = new Map<number, Stored<User>>();
  readonly #revoked = new Map<string, bigint>();
  readonly #open = new Set<bigint>();
  #nextXid = 100n;
  #nextMessageId = 1;

  begin(): bigint {
    const xid = this.#nextXid++;
    this.#open.add(xid);
    return xid;
  }

  /** Runs `write` as a transaction that commits at once, or as the one that was begun as `xid`. */
  commit<T>(write: (xid: bigint) => T, xid = this.begin()): T {
    const result = write(xid);
    this.#open.delete(xid);
    return result;
  }

  get xmin(): bigint {
    // Begun in rising order, kept in that order.
    const [oldest = this.#nextXid] = this.#open;
    return oldest;
  }

  user(userId: number): User {
    const known = this.#users.get(userId);
    if (known) return plain(known);
    const user: User = {
      id: userId,
      fullName: `Person ${userId}`,
      avatarUrl: null,
      role: 'client',
      isDeactivated: false,
      version: 1,
    };
    this.#users.set(userId, { ...user, changed: 0n });
    return user;
  }

  renameUser(userId: number, fullName: string, xid?: bigint): Notice {
    return this.commit((changed) => {
      const user = { ...this.user(userId), fullName, version: this.user(userId).version + 1 };
      this.#users.set(userId, { ...user, changed });
      return { topic: 'user', user };
    }, xid);
  }

  revoke(sessionId: string): Notice {
    return this.commit((changed) => {
      this.#revoked.set(sessionId, changed);
      return { topic: 'sessionsRevoked', sessionIds: [sessionId] };
    });
  }

  create(conversationId: number, userIds: number[], options: { historyVisible?: boolean } = {}): Notice {
    return this.commit((changed) => {
      const head: ConversationHead = {
        id: conversationId,
        type: 'group',
        name: 'Group',
        isActive: true,
        historyVisible: options.historyVisible ?? true,
        createdAt: time,
        stateVersion: 1,
      };
      const conversation: StoredConversation = {
        head,
        version: 1,
        lastSeq: 0,
        participants: new Map(),
        messages: [],
        receipts: new Map(),
        preferences: new Map(),
        changed,
      };
      this.#conversations.set(conversationId, conversation);
      const admitted = userIds.map((userId) => this.#admit(conversation, userId, changed));
      return this.#notice(conversation, [this.#headChange(conversation), ...admitted]);
    });
  }

  rename(conversationId: number, name: string, xid?: bigint): Notice {
    return this.#change(conversationId, xid, (conversation) => {
      conversation.version += 1;
      conversation.head = { ...conversation.head, name, stateVersion: conversation.version };
      return this.#headChange(conversation);
    });
  }

  send(conversationId: number, senderId: number, content: string, xid?: bigint): Notice {
    return this.#change(conversationId, xid, (conversation, changed) => {
      conversation.version += 1;
      conversation.lastSeq += 1;
      const message: Message = {
        id: this.#nextMessageId++,
        conversationId,
        seq: conversation.lastSeq,
        senderId,
        clientId: `client-${conversationId}-${conversation.lastSeq}`,
        kind: 'text',
        content,
        payload: null,
        createdAt: time,
        editedAt: null,
        deletedAt: null,
        version: conversation.version,
      };
      conversation.messages.push({ ...message, changed });
      const senderReadSeq = this.#moveSender(conversation, message, changed);
      return this.#messageChange(message, senderReadSeq);
    });
  }

  edit(conversationId: number, seq: number, content: string, xid?: bigint): Notice {
    return this.#rewrite(conversationId, seq, { content, editedAt: time }, xid);
  }

  delete(conversationId: number, seq: number, xid?: bigint): Notice {
    return this.#rewrite(conversationId, seq, { content: null, deletedAt: time }, xid);
  }

  join(conversationId: number, userId: number, xid?: bigint): Notice {
    return this.#change(conversationId, xid, (conversation, changed) =>
      this.#admit(conversation, userId, changed),
    );
  }

  remove(conversationId: number, userId: number, xid?: bigint): Notice {
    return this.#changeParticipant(conversationId, userId, { leftAt: time }, xid);
  }

  setRole(conversationId: number, userId: number, role: Participant['role'], xid?: bigint): Notice {
    return this.#changeParticipant(conversationId, userId, { role }, xid);
  }

  markRead(conversationId: number, userId: number, seq: number, xid?: bigint): Notice {
    return this.commit((changed) => {
      const conversation = this.#conversation(conversationId);
      const readSeq = Math.max(
        conversation.receipts.get(userId)?.readSeq ?? 0,
        Math.min(seq, conversation.lastSeq),
      );
      const marks = { deliveredSeq: readSeq, deliveredAt: time, readSeq, readAt: time };
      const receipt: Receipt = { conversationId, userId, ...marks };
      conversation.receipts.set(userId, { ...receipt, changed });
      const participantCount = activeIn(conversation).length;
      const { version: conversationVersion } = conversation;
      return {
        topic: 'receipts',
        conversationId,
        receipts: [receipt],
        conversationVersion,
        participantCount,
      };
    }, xid);
  }

  setPreference(conversationId: number, userId: number, pinnedAt: string | null): Notice {
    return this.commit((changed) => {
      const { preferences } = this.#conversation(conversationId);
      const version = (preferences.get(userId)?.version ?? 0) + 1;
      const preference = { conversationId, mutedUntil: null, pinnedAt, archivedAt: null, version };
      preferences.set(userId, { ...preference, changed });
      return { topic: 'preference', userId, preference };
    });
  }

  /** What that person would see by asking: the truth that streams are measured by. */
  visibleTo(userId: number): Conversation[] {
    return [...this.#conversations.values()].flatMap((conversation) => {
      const shown = this.#shownTo(userId, conversation);
      return shown ? [shown] : [];
    });
  }

  messagesVisibleTo(userId: number, conversationId: number): Message[] {
    const conversation = this.#conversation(conversationId);
    const membership = conversation.participants.get(userId);
    if (!membership || membership.leftAt !== null) return [];
    return conversation.messages.filter(({ seq }) => seq > membership.visibleFromSeq).map(plain);
  }

  receiptsIn(conversationId: number): Receipt[] {
    return [...this.#conversation(conversationId).receipts.values()].map(plain);
  }

  versionOf(conversationId: number): number {
    return this.#conversation(conversationId).version;
  }

  conversationIds(): number[] {
    return [...this.#conversations.keys()];
  }

  isMember(conversationId: number, userId: number): boolean {
    const membership = this.#conversations.get(conversationId)?.participants.get(userId);
    return membership !== undefined && membership.leftAt === null;
  }

  sharing(userId: number, amongIds: number[]): number[] {
    const mine = [...this.#conversations.keys()].filter((id) => this.isMember(id, userId));
    return amongIds.filter((otherId) => mine.some((id) => this.isMember(id, otherId)));
  }

  /** Each answer is one snapshot, taken at the call. */
  readonly changeLog: ChangeLog = {
    epoch: async () => this.epochName,
    mark: async () => this.xmin,
    sweep: async (mark) => {
      const all = [...this.#conversations.values()];
      const since = <T extends { changed: bigint }>(rows: Iterable<T>): T[] =>
        [...rows].filter(({ changed }) => changed >= mark);
      return {
        mark: this.xmin,
        conversations: since(all).map(({ head, version }) => ({ conversationId: head.id, version })),
        joins: all.flatMap(({ participants }) =>
          since(participants.values()).map(({ conversationId, userId, version }) => ({
            conversationId,
            userId,
            version,
          })),
        ),
        receipts: all.flatMap((conversation) =>
          since(conversation.receipts.values()).map((receipt) => ({
            receipt: plain(receipt),
            participantCount: activeIn(conversation).length,
          })),
        ),
        preferences: all.flatMap(({ preferences }) =>
          [...preferences]
            .filter(([, { changed }]) => changed >= mark)
            .map(([userId, preference]) => ({ userId, preference: plain(preference) })),
        ),
        users: since(this.#users.values()).map(plain),
        revokedSessionIds: [...this.#revoked].filter(([, changed]) => changed >= mark).map(([id]) => id),
      };
    },
    memberships: async (userIds) =>
      userIds.flatMap((userId) =>
        [...this.#conversations.values()].flatMap((conversation): Membership[] => {
          const membership = conversation.participants.get(userId);
          if (!membership || membership.leftAt !== null) return [];
          return [
            {
              userId,
              conversationId: conversation.head.id,
              visibleFromSeq: membership.visibleFromSeq,
              version: membership.version,
              conversationVersion: conversation.version,
              participantCount: activeIn(conversation).length,
            },
          ];
        }),
      ),
    fill: async (conversationId, knownVersion): Promise<Fill> => {
      const conversation = this.#conversation(conversationId);
      const changes = this.#changesOf(conversation, 0n).filter(({ version }) => version > knownVersion);
      return { version: conversation.version, participantCount: activeIn(conversation).length, changes };
    },
    conversationsOf: async (userId, conversationIds) =>
      this.visibleTo(userId).filter(({ id }) => conversationIds.includes(id)),
    replay: async (userId, mark, max, conversationId): Promise<Replay | null> => {
      const replay: Replay = {
        changes: [],
        joined: [],
        truncatedIds: [],
        left: [],
        receipts: [],
        preferences: [],
        users: [],
      };
      for (const conversation of this.#conversations.values()) {
        if (conversationId !== null && conversation.head.id !== conversationId) continue;
        this.#replayConversation(replay, conversation, userId, mark, max.messages);
      }
      const changedIds = [...this.#users.values()]
        .filter(({ changed }) => changed >= mark)
        .map(({ id }) => id);
      replay.users = [...new Set([...this.sharing(userId, changedIds)])].map((id) => this.user(id));
      const rows = Object.values(replay).reduce((count, list) => count + list.length, 0);
      return rows > max.rows ? null : replay;
    },
    sharingConversation: async (userId, amongIds) => this.sharing(userId, amongIds),
  };

  #replayConversation(
    replay: Replay,
    conversation: StoredConversation,
    userId: number,
    mark: bigint,
    maxMessages: number,
  ): void {
    const membership = conversation.participants.get(userId);
    if (!membership) return;
    if (membership.leftAt !== null) {
      if (membership.changed >= mark) replay.left.push(this.#participantChange(conversation, membership));
      return;
    }
    if (this.#joinedAt(membership) >= mark) {
      const shown = this.#shownTo(userId, conversation);
      if (shown) replay.joined.push(shown);
      return;
    }
    const visible = this.#changesOf(conversation, mark).filter(
      (change) => change.kind !== 'message' || change.message.seq > membership.visibleFromSeq,
    );
    const isTruncated = visible.filter(({ kind }) => kind === 'message').length > maxMessages;
    if (isTruncated) replay.truncatedIds.push(conversation.head.id);
    replay.changes.push(...visible.filter(({ kind }) => kind !== 'message' || !isTruncated));
    replay.receipts.push(
      ...[...conversation.receipts.values()].filter(({ changed }) => changed >= mark).map(plain),
    );
    const preference = conversation.preferences.get(userId);
    if (preference && preference.changed >= mark) replay.preferences.push(plain(preference));
  }

  readonly #joinXids = new Map<string, bigint>();
  #joinedAt({ conversationId, userId }: Participant): bigint {
    return this.#joinXids.get(`${conversationId}:${userId}`) ?? 0n;
  }

  #conversation(conversationId: number): StoredConversation {
    const conversation = this.#conversations.get(conversationId);
    if (!conversation) throw new Error(`there is no conversation ${conversationId}`);
    return conversation;
  }

  #change(
    conversationId: number,
    xid: bigint | undefined,
    write: (conversation: StoredConversation, changed: bigint) => Change,
  ): Notice {
    return this.commit((changed) => {
      const conversation = this.#conversation(conversationId);
      conversation.changed = changed;
      return this.#notice(conversation, [write(conversation, changed)]);
    }, xid);
  }

  #rewrite(conversationId: number, seq: number, fields: Partial<Message>, xid?: bigint): Notice {
    return this.#change(conversationId, xid, (conversation, changed) => {
      const index = conversation.messages.findIndex((message) => message.seq === seq);
      const message = conversation.messages[index];
      if (!message) throw new Error(`there is no message ${seq}`);
      conversation.version += 1;
      const next = { ...message, ...fields, version: conversation.version, changed };
      conversation.messages[index] = next;
      return this.#messageChange(plain(next), null);
    });
  }

  #changeParticipant(
    conversationId: number,
    userId: number,
    fields: Partial<Participant>,
    xid?: bigint,
  ): Notice {
    return this.#change(conversationId, xid, (conversation, changed) => {
      const membership = conversation.participants.get(userId);
      if (!membership) throw new Error(`${userId} was never a member`);
      conversation.version += 1;
      const next = { ...membership, ...fields, version: conversation.version, changed };
      conversation.participants.set(userId, next);
      return this.#participantChange(conversation, next);
    });
  }

  #admit(conversation: StoredConversation, userId: number, changed: bigint): Change {
    conversation.version += 1;
    const conversationId = conversation.head.id;
    const participant: Participant = {
      conversationId,
      userId,
      role: 'member',
      joinedAt: time,
      leftAt: null,
      visibleFromSeq: conversation.head.historyVisible ? 0 : conversation.lastSeq,
      joinVersion: conversation.version,
      version: conversation.version,
      user: this.user(userId),
    };
    conversation.participants.set(userId, { ...participant, changed });
    this.#joinXids.set(`${conversationId}:${userId}`, changed);
    const marks = { deliveredSeq: conversation.lastSeq, readSeq: conversation.lastSeq };
    const receipt = { conversationId, userId, ...marks, deliveredAt: null, readAt: null };
    conversation.receipts.set(userId, { ...receipt, changed });
    return this.#participantChange(conversation, participant);
  }

  #moveSender(conversation: StoredConversation, { seq, senderId }: Message, changed: bigint): number | null {
    const receipt = conversation.receipts.get(senderId);
    if (!receipt || receipt.readSeq !== seq - 1) return null;
    const marks = { deliveredSeq: seq, deliveredAt: time, readSeq: seq, readAt: time };
    conversation.receipts.set(senderId, { ...receipt, ...marks, changed });
    return seq;
  }

  #shownTo(userId: number, conversation: StoredConversation): Conversation | null {
    const membership = conversation.participants.get(userId);
    if (!membership || membership.leftAt !== null) return null;
    const { head, version, lastSeq } = conversation;
    const participants = activeIn(conversation).map(plain);
    const own = { conversationId: head.id, mutedUntil: null, pinnedAt: null, archivedAt: null, version: 0 };
    const preference = conversation.preferences.get(userId);
    return {
      ...head,
      version,
      lastSeq,
      lastActivityAt: time,
      lastMessage: this.messagesVisibleTo(userId, head.id).at(-1) ?? null,
      unreadCount: 0,
      uncountedSeqs: [],
      membership: plain(membership),
      participantCount: participants.length,
      participants,
      receipts: this.receiptsIn(head.id),
      preference: preference ? plain(preference) : own,
      users: [],
    };
  }

  #changesOf(conversation: StoredConversation, mark: bigint): Change[] {
    const changes: Change[] = [this.#headChange(conversation)].filter(() => conversation.changed >= mark);
    for (const participant of conversation.participants.values()) {
      if (participant.changed >= mark) changes.push(this.#participantChange(conversation, participant));
    }
    for (const message of conversation.messages) {
      if (message.changed >= mark) changes.push(this.#messageChange(plain(message), null));
    }
    return changes.sort((a, b) => a.version - b.version);
  }

  #headChange({ head }: StoredConversation): Change {
    return { kind: 'conversation', version: head.stateVersion, conversation: head };
  }

  #participantChange(conversation: StoredConversation, participant: Participant): Change {
    const participantCount = activeIn(conversation).length;
    return {
      kind: 'participant',
      version: participant.version,
      participant: bare(participant),
      participantCount,
    };
  }

  #messageChange(message: Message, senderReadSeq: number | null): Change {
    return { kind: 'message', version: message.version, message, users: [], senderReadSeq };
  }

  #notice({ head }: StoredConversation, changes: Change[]): Notice {
    return { topic: 'conversation', conversationId: head.id, changes };
  }
}

const activeIn = ({ participants }: StoredConversation): Stored<Participant>[] =>
  [...participants.values()].filter(({ leftAt }) => leftAt === null);

function plain<T extends { changed: bigint }>(row: T): Omit<T, 'changed'> {
  const { changed: _, ...rest } = row;
  return rest;
}

const bare = ({ user, ...participant }: Participant & { changed?: bigint }): Participant => {
  const { changed: _, ...rest } = participant;
  return { ...rest, user };
};
