import { type Bus, type ChangeLog, encodeCursor, type Notice, type Tracked, tagCursor } from '@vibe/chat';
import type { Preference, SyncEvent, User } from '@vibe/contract';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import { Backlog } from './backlog.ts';
import { Conversations } from './conversations.ts';
import type { HubContext, HubObserver } from './hub-context.ts';
import { lanesOf, type Occurrence } from './occurrence.ts';
import { People } from './people.ts';
import { preferenceState, userState } from './states.ts';
import type { Subscriber } from './subscriber.ts';
import { createTags } from './tags.ts';
import { Told } from './told.ts';

/** How long a hole in a conversation's versions waits for a reordered change. */
const holeWaitMs = 20;

type RevocationListener = (sessionIds: string[]) => void;
type UserListener = (userId: number) => void;

interface HubDeps {
  bus: Bus;
  changeLog: ChangeLog;
  log: Log;
  telemetry: Telemetry;
}

/**
 * The live side's memory: who is connected here, where they are members, and where each of these conversations stands.
 * Changes come from the bus or, by way of the sweep and of fills, from the database; each is told once, in the order of
 * its conversation.
 *
 * Its mark says: everything that transactions below it wrote has been pushed to the streams that should have it. Only
 * the sweep moves it.
 */
export class Hub implements HubContext {
  readonly bus: Bus;
  readonly changeLog: ChangeLog;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly holeWaitMs = holeWaitMs;
  readonly backlog: Backlog;
  readonly told = new Told();
  readonly observers: HubObserver[] = [];
  readonly people: People;
  readonly conversations: Conversations;
  readonly #revocationListeners = new Set<RevocationListener>();
  readonly #userListeners = new Set<UserListener>();
  readonly #unsubscribe: () => void;
  readonly #nextTag = createTags();
  #isClosed = false;
  #position = { epoch: '', mark: 0n, cursor: '' };

  constructor({ bus, changeLog, log, telemetry }: HubDeps) {
    this.bus = bus;
    this.changeLog = changeLog;
    this.log = log;
    this.telemetry = telemetry;
    this.backlog = new Backlog(log);
    this.people = new People({
      memberships: (userIds) => changeLog.memberships(userIds),
      place: (people, memberships) => this.conversations.place(people, memberships),
    });
    this.conversations = new Conversations(this, this.people);
    this.#unsubscribe = bus.subscribe((notice) => this.#hear(notice));
  }

  get epoch(): string {
    return this.#position.epoch;
  }

  get mark(): bigint {
    return this.#position.mark;
  }

  /** Where a reader that has got all that was pushed so far can resume. */
  get cursor(): string {
    return this.#position.cursor;
  }

  /** Only when everything below the mark has been pushed. */
  moveTo(epoch: string, mark: bigint): void {
    this.#position = { epoch, mark, cursor: encodeCursor(epoch, mark) };
  }

  /** Resolves when everything committed from then on is pushed. Rejects when the database could not be read. */
  attach(subscriber: Subscriber): Promise<void> {
    const person = this.people.attach(subscriber);
    this.telemetry.streamOpened();
    if (this.#isClosed) subscriber.end();
    return person.loaded;
  }

  /** Once for each that was attached. */
  detach(subscriber: Subscriber): void {
    this.telemetry.streamClosed();
    const person = this.people.detach(subscriber);
    for (const conversation of person?.conversations ?? []) {
      conversation.members.delete(subscriber.userId);
      this.conversations.dropIfEmpty(conversation);
    }
  }

  isMember(userId: number, conversationId: number): boolean {
    return this.conversations.byId(conversationId)?.members.byId(userId) !== undefined;
  }

  /**
   * To the person, and to everybody connected who shares a conversation with them: each once, but whoever came to share one
   * since may have been told of the person as they were before.
   */
  tellUser(user: User): void {
    for (const listener of this.#userListeners) listener(user.id);
    const event: SyncEvent = { type: 'user.updated', user };
    this.backlog.add(async () => {
      const connectedIds = this.people.ids;
      if (connectedIds.length === 0) return;
      const sharingIds = await this.changeLog.sharingConversation(user.id, connectedIds);
      const untold = [...new Set([user.id, ...sharingIds])].filter(
        (readerId) => !this.told.has(userState(user, readerId)),
      );
      for (const readerId of untold) this.told.remember(userState(user, readerId));
      this.#tellPeople(untold, event);
    });
  }

  tellPreference(userId: number, preference: Preference): void {
    const state = preferenceState(userId, preference);
    if (this.told.has(state)) return;
    const conversation = this.conversations.byId(preference.conversationId);
    const isTold = conversation?.tellOne(userId, { type: 'preference.updated', preference });
    if (isTold) this.told.remember(state);
  }

  endSessions(sessionIds: string[]): void {
    if (sessionIds.length === 0) return;
    for (const sessionId of sessionIds) {
      for (const subscriber of this.people.subscribersOf(sessionId)) subscriber.end();
    }
    for (const listener of this.#revocationListeners) listener(sessionIds);
  }

  onSessionsRevoked(listener: RevocationListener): () => void {
    this.#revocationListeners.add(listener);
    return () => this.#revocationListeners.delete(listener);
  }

  onUserChanged(listener: UserListener): () => void {
    this.#userListeners.add(listener);
    return () => this.#userListeners.delete(listener);
  }

  /** Cuts every stream and forgets everything: readers come back and resume. */
  restart(error: Error): void {
    this.#endAll(error);
    this.people.clear(error);
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#endAll();
  }

  /** That cursor as the id of one event: no other event, of any stream, has the same. */
  idAt(cursor: string): string {
    return tagCursor(cursor, this.#nextTag());
  }

  tracked(event: SyncEvent): Tracked {
    return [this.idAt(this.cursor), event];
  }

  #endAll(error?: Error): void {
    for (const subscriber of this.people.subscribers()) subscriber.end(error);
    this.conversations.clear();
  }

  #hear(notice: Notice): void {
    try {
      this.#handle(notice);
    } catch (error) {
      this.log('a notice could not be handled; the sweep finds what it told', error);
    }
  }

  #handle(notice: Notice): void {
    switch (notice.topic) {
      case 'conversation':
        this.conversations.receive(notice.conversationId, notice.changes);
        break;
      case 'receipts':
        this.conversations.byId(notice.conversationId)?.hold(notice);
        break;
      case 'preference':
        this.tellPreference(notice.userId, notice.preference);
        break;
      case 'user':
        this.tellUser(notice.user);
        break;
      case 'sessionsRevoked':
        this.endSessions(notice.sessionIds);
        break;
      case 'typing':
      case 'presence':
      case 'instance':
      case 'rosterWanted':
      case 'roster':
        break;
    }
  }

  #tellPeople(userIds: Iterable<number>, event: SyncEvent): void {
    const occurrence: Occurrence = { event, conversationId: null, lanes: lanesOf(event), stateVersion: null };
    const tracked = this.tracked(event);
    let streams = 0;
    for (const userId of userIds) streams += this.people.byId(userId)?.tell(occurrence, tracked) ?? 0;
    this.telemetry.delivered(streams);
  }
}
