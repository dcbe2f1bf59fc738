import { gatheringPace, type Membership } from '@vibe/chat';
import { after } from '../timer.ts';
import { Person } from './person.ts';
import type { Subscriber } from './subscriber.ts';

/** People whose memberships one query reads. */
const batchPeople = 500;

interface PeopleDeps {
  memberships(userIds: number[]): Promise<Membership[]>;
  /** Takes in what was read for these people; calls `finishLoading` on each. */
  place(people: Person[], memberships: Membership[]): void;
}

/**
 * Everybody with an open stream here. Those who come within one turn of the event loop, or while others are being loaded,
 * are loaded by one query. Where many come they gather (`gatheringPace`).
 *
 * Loads never overlap. A conversation is followed from the version that a load found; if an older answer came in after
 * it, a removal or a join between the two would have gone by unseen, and a removed member would be told what follows.
 */
export class People {
  readonly #deps: PeopleDeps;
  readonly #byId = new Map<number, Person>();
  readonly #bySession = new Map<string, Set<Subscriber>>();
  #newcomers: Person[] = [];
  readonly #pace = gatheringPace();
  #isScheduled = false;
  #loading: Promise<void> | null = null;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  get ids(): number[] {
    return [...this.#byId.keys()];
  }

  /** Whether memberships are being read. What is committed now may not be among them. */
  get areLoading(): boolean {
    return this.#loading !== null;
  }

  byId(userId: number): Person | undefined {
    return this.#byId.get(userId);
  }

  /** Connected, and their memberships are known. */
  isKnown(userId: number): boolean {
    return this.#byId.get(userId)?.passedBy === null;
  }

  attach(subscriber: Subscriber): Person {
    const person = this.#byId.get(subscriber.userId) ?? this.#welcome(subscriber.userId);
    person.attach(subscriber);
    const ofSession = this.#bySession.get(subscriber.sessionId) ?? new Set();
    this.#bySession.set(subscriber.sessionId, ofSession.add(subscriber));
    return person;
  }

  /** Returns the person when that was their last stream. */
  detach(subscriber: Subscriber): Person | null {
    const ofSession = this.#bySession.get(subscriber.sessionId);
    ofSession?.delete(subscriber);
    if (ofSession?.size === 0) this.#bySession.delete(subscriber.sessionId);

    const person = this.#byId.get(subscriber.userId);
    if (!person?.detach(subscriber) || person.subscribers.size > 0) return null;
    this.#byId.delete(person.userId);
    return person;
  }

  subscribersOf(sessionId: string): Iterable<Subscriber> {
    return this.#bySession.get(sessionId) ?? [];
  }

  subscribers(): Subscriber[] {
    return [...this.#byId.values()].flatMap((person) => [...person.subscribers]);
  }

  /** Forgets everybody. Those who still wait for their memberships are told the error. */
  clear(error: Error): void {
    for (const person of this.#byId.values()) person.failLoading(error);
    this.#byId.clear();
    this.#newcomers = [];
  }

  /** Resolves when the load that is in flight now has ended, well or not. */
  async settleLoad(): Promise<void> {
    await this.#loading;
  }

  #welcome(userId: number): Person {
    const person = new Person(userId);
    this.#byId.set(userId, person);
    this.#newcomers.push(person);
    this.#schedule();
    return person;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#loading || this.#newcomers.length === 0) return;
    this.#isScheduled = true;
    const waitMs = this.#pace.waitMs();
    if (waitMs > 0) after(waitMs, () => this.#loadNewcomers());
    else setImmediate(() => this.#loadNewcomers());
  }

  #loadNewcomers(): void {
    this.#isScheduled = false;
    const people = this.#newcomers.splice(0, batchPeople);
    if (people.length === 0) return;
    this.#pace.sent(people.length);
    this.#loading = this.#load(people);
    void this.#loading.then(() => {
      this.#loading = null;
      this.#schedule();
    });
  }

  async #load(people: Person[]): Promise<void> {
    try {
      const memberships = await this.#deps.memberships(people.map((person) => person.userId));
      this.#deps.place(
        people.filter((person) => this.#byId.get(person.userId) === person),
        memberships,
      );
    } catch (error) {
      for (const person of people) person.failLoading(error);
    }
  }
}
