import type { Change, Membership, Notice } from '@vibe/chat';
import { limits, type Receipt, type SyncEvent } from '@vibe/contract';
import { admit } from './admission.ts';
import { ConversationTrack } from './conversation-track.ts';
import { HeldReceipts } from './held-receipts.ts';
import type { HubContext } from './hub-context.ts';
import { type Member, Members, type MembershipEffect } from './members.ts';
import { lanesOf, type Occurrence } from './occurrence.ts';
import type { Person } from './person.ts';
import { endState, receiptState } from './states.ts';
import {
  type ConversationChange,
  conversationEvent,
  type MessageChange,
  messageEvent,
  messageType,
  type ParticipantChange,
  participantEvent,
  senderReceiptEvent,
} from './to-event.ts';

type ReceiptsNotice = Extract<Notice, { topic: 'receipts' }>;

/**
 * A removal is remembered so long: where it was the last connected member's, the conversation is forgotten with it, and
 * nothing else tells that a notice of it comes late. A minute, while sweeps are quick.
 */
const lateSweeps = 240;

/**
 * One conversation with connected members: the track lets its changes through in order, and each is told to those who
 * may hear it.
 */
export class LiveConversation {
  readonly id: number;
  readonly track: ConversationTrack;
  readonly members = new Members();
  participantCount = 0;
  /** The sweep found somebody coming into it: it is followed until it is known whom. */
  isKept = false;
  readonly #hub: HubContext;
  readonly #unfollow: () => void;
  readonly #heldReceipts = new HeldReceipts();
  /** Who came in, until the sweep has told how far they got: what was told of that before is forgotten with their going. */
  readonly #newcomers = new Set<number>();

  constructor(id: number, version: number, hub: HubContext) {
    this.id = id;
    this.#hub = hub;
    this.#unfollow = hub.bus.follow(id);
    this.track = new ConversationTrack(version, {
      holeWaitMs: hub.holeWaitMs,
      log: hub.log,
      fill: (knownVersion) => hub.changeLog.fill(id, knownVersion),
      deliver: (changes, stoodAt) => this.#deliver(changes, stoodAt),
      counted: (participantCount) => {
        this.participantCount = participantCount;
      },
      // Not sooner: after the last member's removal another one's joining may come in the same breath.
      rested: () => hub.conversations.dropIfEmpty(this),
    });
  }

  /** Nothing of it is told any more. */
  close(): void {
    this.track.close();
    this.#unfollow();
  }

  /** A membership as the database has it. The track may stand before it, or behind. */
  place(person: Person, membership: Membership): void {
    const { visibleFromSeq, version, conversationVersion, participantCount } = membership;
    this.members.place({ person, visibleFromSeq, version, held: null, heldAfter: conversationVersion });
    person.conversations.add(this);
    if (conversationVersion >= this.track.version) this.participantCount = participantCount;
  }

  /**
   * Somebody came or went, at a version that the hub never told: it began to follow this conversation for others, later.
   * Which of the two it was is asked of the database.
   */
  placeLate(person: Person, version: number): void {
    const { startVersion, version: heldAfter } = this.track;
    if (version > startVersion || this.members.byId(person.userId)) return;
    // What they may see is not known yet either; it is when what is held for them is let go.
    const member: Member = { person, visibleFromSeq: 0, version, held: [], heldAfter };
    this.members.place(member);
    person.conversations.add(this);
    admit(this.#hub, this, member);
  }

  /** Tells only the newcomer, not the others. `stoodAt` is where the conversation stood before the change. */
  applyMembership(change: ParticipantChange, stoodAt: number): MembershipEffect {
    const person = this.#hub.people.byId(change.participant.userId);
    if (!person) return 'absent';
    if (person.passedBy) {
      person.passedBy.set(this.id, change);
      return 'absent';
    }
    const effect = this.members.apply(person, change, stoodAt);
    const member = this.members.byId(person.userId);
    if (effect === 'joined' && member) {
      person.conversations.add(this);
      admit(this.#hub, this, member);
    }
    if (effect === 'left') person.conversations.delete(this);
    return effect;
  }

  /** Takes a member out who is told of it by `end`, the last event of this conversation to them. */
  remove(person: Person, end: ParticipantChange | null): void {
    this.members.delete(person.userId);
    person.conversations.delete(this);
    if (end) this.#sendOff(end);
    person.finishNarrowedTo(this.id);
    for (const observer of this.#hub.observers) observer.memberLeft?.(this.id, person.userId);
    this.#hub.conversations.dropIfEmpty(this);
  }

  /** Held until the conversation has got to where its writer was. */
  hold({ receipts, conversationVersion, participantCount }: ReceiptsNotice): void {
    for (const receipt of receipts) {
      this.#heldReceipts.hold({ receipt, conversationVersion, participantCount });
    }
    this.#releaseReceipts();
    this.track.expect(conversationVersion);
  }

  /** Others' receipts are told in small conversations only. False when it was told already. */
  tellReceipt(receipt: Receipt, participantCount: number): boolean {
    const state = receiptState(receipt);
    const isTold = this.#hub.told.has(state);
    if (isTold && !this.#newcomers.has(receipt.userId)) return false;
    this.#hub.told.remember(state);
    const occurrence = this.occurrence({ type: 'receipt.advanced', receipt });
    this.tell(occurrence, this.#receiptReaders(receipt.userId, participantCount));
    return !isTold;
  }

  /** As the database has it. False when it was told already. */
  tellFoundReceipt(receipt: Receipt, participantCount: number): boolean {
    const isNews = this.tellReceipt(receipt, participantCount);
    this.#newcomers.delete(receipt.userId);
    return isNews;
  }

  /** An event for one member only; false when they are none. */
  tellOne(userId: number, event: SyncEvent): boolean {
    const member = this.members.byId(userId);
    if (member) this.tell(this.occurrence(event), [member]);
    return member !== undefined;
  }

  /**
   * Memberships first: between the versions of a fill somebody may have gone and come back, which their row does not show
   * any more. So whoever is out at its end is told of it their removal, and nothing else.
   */
  #deliver(changes: Change[], stoodAt: number): void {
    const effects = new Map<Change, MembershipEffect>();
    for (const change of changes) {
      if (change.kind !== 'participant') continue;
      effects.set(change, this.applyMembership(change, stoodAt));
      const { userId, leftAt, joinVersion } = change.participant;
      if (leftAt === null && joinVersion > stoodAt) this.#newcomers.add(userId);
    }
    let run: MessageChange[] = [];
    for (const change of changes) {
      if (change.kind === 'message') run.push(change);
      else {
        this.#deliverMessages(run);
        run = [];
        this.#deliverOne(change, effects.get(change) ?? 'absent');
      }
    }
    this.#deliverMessages(run);
    this.#releaseReceipts();
  }

  #deliverOne(change: ParticipantChange | ConversationChange, effect: MembershipEffect): void {
    switch (change.kind) {
      case 'participant':
        this.#deliverMembership(change, effect);
        break;
      case 'conversation':
        this.tell(this.occurrence(conversationEvent(change), change.version), this.members);
        break;
    }
  }

  /** Messages that follow each other, reader by reader: to get to a reader costs more than to tell them one more. */
  #deliverMessages(changes: MessageChange[]): void {
    if (changes.length === 0) return;
    const told = changes.map((change) => {
      const occurrence = this.occurrence(messageEvent(change));
      return { seq: change.message.seq, occurrence, tracked: this.#hub.tracked(occurrence.event) };
    });
    let streams = 0;
    for (const { person, held, visibleFromSeq } of this.members.all) {
      for (const { seq, occurrence, tracked } of told) {
        if (seq <= visibleFromSeq) continue;
        if (held) held.push(occurrence);
        else streams += person.tell(occurrence, tracked);
      }
    }
    this.#hub.telemetry.delivered(streams);
    for (const change of changes) this.#deliverEffects(change);
  }

  /** What else comes of it. */
  #deliverEffects(change: MessageChange): void {
    this.#deliverSenderReceipt(change);
    const { message } = change;
    if (messageType(message) !== 'message.sent') return;
    this.#hub.telemetry.messageTold(message.createdAt);
    for (const observer of this.#hub.observers) observer.messageSent?.(this.id, message.senderId);
  }

  /** Where messages are heard, the message itself says it. */
  #deliverSenderReceipt(change: MessageChange): void {
    const event = senderReceiptEvent(change);
    if (!event) return;
    this.#hub.told.remember(receiptState(event.receipt));
    const occurrence: Occurrence = { ...this.occurrence(event), lanes: ['receipt'] };
    this.tell(occurrence, this.#receiptReaders(event.receipt.userId, this.participantCount));
  }

  #deliverMembership(change: ParticipantChange, effect: MembershipEffect): void {
    this.participantCount = change.participantCount;
    const { userId, leftAt, joinVersion } = change.participant;
    const occurrence = this.occurrence(participantEvent(change), change.version);
    this.tell(occurrence, this.#membersBut(effect === 'updated' ? null : userId));
    if (effect === 'left') this.#sendOff(change);
    for (const observer of this.#hub.observers) {
      if (leftAt !== null) observer.memberLeft?.(this.id, userId);
      else if (effect === 'joined' || joinVersion === change.version)
        observer.memberJoined?.(this.id, userId);
    }
  }

  /** To the person removed it is the last event of this conversation. */
  #sendOff(end: ParticipantChange): void {
    const person = this.#hub.people.byId(end.participant.userId);
    const state = endState(end.participant);
    if (!this.#hub.told.has(state)) {
      this.#hub.told.remember(state, lateSweeps);
      const occurrence = this.occurrence(participantEvent(end));
      person?.tell(occurrence, this.#hub.tracked(occurrence.event));
    }
    person?.finishNarrowedTo(this.id);
  }

  #releaseReceipts(): void {
    for (const { receipt, participantCount } of this.#heldReceipts.release(this.track.version)) {
      this.tellReceipt(receipt, participantCount);
    }
  }

  occurrence(event: SyncEvent, stateVersion: number | null = null): Occurrence {
    return { event, conversationId: this.id, lanes: lanesOf(event), stateVersion };
  }

  tell(occurrence: Occurrence, readers: Iterable<Member>): void {
    const tracked = this.#hub.tracked(occurrence.event);
    let streams = 0;
    for (const { person, held } of readers) {
      if (held) held.push(occurrence);
      else streams += person.tell(occurrence, tracked);
    }
    this.#hub.telemetry.delivered(streams);
  }

  *#membersBut(userId: number | null): Iterable<Member> {
    for (const member of this.members) if (member.person.userId !== userId) yield member;
  }

  #receiptReaders(userId: number, participantCount: number): Iterable<Member> {
    if (participantCount <= limits.receiptStreamMembers) return this.members;
    const own = this.members.byId(userId);
    return own ? [own] : [];
  }
}
