import { encodeCursor, type LiveSource, type Tracked } from '@vibe/chat';
import type {
  ConversationHead,
  DurableEvent,
  Message,
  Participant,
  Preference,
  Receipt,
  User,
} from '@vibe/contract';
import { delay } from '../src/timer.ts';
import type { FakeDatabase } from './fake-database.ts';

interface Known {
  head: ConversationHead;
  participants: Map<number, Participant>;
  messages: Map<number, Message>;
  receipts: Map<number, Receipt>;
  preference: Preference;
}

/**
 * A client as the protocol wants it: it loads once, folds events by version, loads a conversation when it is told that
 * it is new, and resumes from the last cursor that it read.
 */
export class ModelClient {
  readonly userId: number;
  readonly known = new Map<number, Known>();
  readonly users = new Map<number, User>();
  readonly log: DurableEvent[][] = [];
  cursor: string;
  readonly #db: FakeDatabase;
  readonly #pauseMs: () => number;

  /** `pauseMs`: how long it takes over each event. */
  constructor(userId: number, db: FakeDatabase, pauseMs: () => number) {
    this.userId = userId;
    this.#db = db;
    this.#pauseMs = pauseMs;
    this.cursor = this.#loadAll();
  }

  /** Reads a stream to its end; errors end it like anything else, for a client that resumes. Every other one is a sink. */
  async read(stream: LiveSource<Tracked>, signal: AbortSignal): Promise<void> {
    const events: DurableEvent[] = [];
    this.log.push(events);
    if (this.userId % 2 === 0) return await this.#readAsSink(stream, signal, events);
    try {
      for await (const tracked of stream) {
        // What arrives after the cut was never read.
        if (signal.aborted) break;
        this.#take(tracked, events);
        const pauseMs = this.#pauseMs();
        if (pauseMs > 0) await delay(pauseMs);
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }

  async #readAsSink(stream: LiveSource<Tracked>, signal: AbortSignal, events: DurableEvent[]): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let pause: Promise<void> | null = null;
    signal.addEventListener('abort', () => resolve());
    const detach = stream['~live'].attach({
      push: (tracked) => {
        if (signal.aborted) return false;
        this.#take(tracked, events);
        const pauseMs = this.#pauseMs();
        if (pauseMs > 0) pause = delay(pauseMs);
        return true;
      },
      get isBehind() {
        return pause !== null;
      },
      async drained() {
        await pause;
        pause = null;
      },
      finish: resolve,
      fail: () => resolve(),
    });
    await promise;
    detach();
  }

  #take([cursor, event]: Tracked, events: DurableEvent[]): void {
    events.push(event);
    this.#fold(event);
    this.cursor = cursor;
  }

  #loadAll(): string {
    this.known.clear();
    for (const { id } of this.#db.visibleTo(this.userId)) this.#load(id);
    return encodeCursor('fake:1', this.#db.xmin);
  }

  #load(conversationId: number): void {
    const shown = this.#db.visibleTo(this.userId).find(({ id }) => id === conversationId);
    if (!shown) return;
    const messages = this.#db.messagesVisibleTo(this.userId, conversationId);
    const { id, type, name, isActive, historyVisible, createdAt, stateVersion } = shown;
    this.known.set(conversationId, {
      head: { id, type, name, isActive, historyVisible, createdAt, stateVersion },
      participants: new Map(shown.participants.map((participant) => [participant.userId, participant])),
      messages: new Map(messages.map((message) => [message.seq, message])),
      receipts: new Map(shown.receipts.map((receipt) => [receipt.userId, receipt])),
      preference: shown.preference,
    });
    for (const { user } of shown.participants) this.#foldUser(this.#db.user(user.id));
  }

  #fold(event: DurableEvent): void {
    switch (event.type) {
      case 'reset':
        this.#loadAll();
        break;
      case 'conversation.created':
        this.#load(event.conversation.id);
        break;
      case 'conversation.updated': {
        const known = this.known.get(event.conversation.id);
        if (known && known.head.stateVersion < event.conversation.stateVersion)
          known.head = event.conversation;
        break;
      }
      case 'participant.added':
      case 'participant.updated':
      case 'participant.removed':
        this.#foldParticipant(event.participant);
        break;
      case 'message.sent':
      case 'message.edited':
      case 'message.deleted': {
        this.#foldMessage(event.message);
        const { conversationId, senderId: userId, createdAt } = event.message;
        const seq = event.senderReadSeq;
        if (seq === null) break;
        const times = { deliveredAt: createdAt, readAt: createdAt };
        this.#foldReceipt({ conversationId, userId, deliveredSeq: seq, readSeq: seq, ...times });
        break;
      }
      case 'receipt.advanced':
        this.#foldReceipt(event.receipt);
        break;
      case 'preference.updated': {
        const known = this.known.get(event.preference.conversationId);
        if (known && known.preference.version < event.preference.version) known.preference = event.preference;
        break;
      }
      case 'user.updated':
        this.#foldUser(event.user);
        break;
      case 'ready':
      case 'caughtUp':
      case 'conversation.truncated':
        break;
    }
  }

  #foldParticipant(participant: Participant): void {
    this.#foldUser(participant.user);
    const known = this.known.get(participant.conversationId);
    const before = known?.participants.get(participant.userId);
    if (!known || (before && before.version >= participant.version)) return;
    known.participants.set(participant.userId, participant);
    const isMyEnd = participant.userId === this.userId && participant.leftAt !== null;
    if (isMyEnd) this.known.delete(participant.conversationId);
  }

  #foldMessage(message: Message): void {
    const messages = this.known.get(message.conversationId)?.messages;
    const before = messages?.get(message.seq);
    if (messages && (!before || before.version < message.version)) messages.set(message.seq, message);
  }

  #foldReceipt(receipt: Receipt): void {
    const receipts = this.known.get(receipt.conversationId)?.receipts;
    const before = receipts?.get(receipt.userId);
    if (receipts && (!before || before.readSeq <= receipt.readSeq)) receipts.set(receipt.userId, receipt);
  }

  #foldUser(user: User): void {
    const before = this.users.get(user.id);
    if (!before || before.version < user.version) this.users.set(user.id, user);
  }
}
