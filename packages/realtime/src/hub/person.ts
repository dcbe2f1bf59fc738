import type { Tracked } from '@vibe/chat';
import type { LiveConversation } from './live-conversation.ts';
import type { Occurrence } from './occurrence.ts';
import { hears, type Subscriber } from './subscriber.ts';
import type { ParticipantChange } from './to-event.ts';

/** Somebody with at least one open stream here. */
export class Person {
  readonly userId: number;
  readonly #subscribers = new Set<Subscriber>();
  /** Those of them that are told anything: an array, since it is walked for every event. */
  #listeners: readonly Subscriber[] = [];
  /** Where the hub knows them as a member. */
  readonly conversations = new Set<LiveConversation>();
  /**
   * Changes of their own memberships that went by while these were being loaded, by conversation id: the rows that were
   * read may be older. Null once they are loaded.
   */
  passedBy: Map<number, ParticipantChange> | null = new Map();
  readonly #loaded = Promise.withResolvers<void>();

  constructor(userId: number) {
    this.userId = userId;
    // Nobody may be waiting any more when it fails.
    this.loaded.catch(() => {});
  }

  get subscribers(): ReadonlySet<Subscriber> {
    return this.#subscribers;
  }

  attach(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    if (subscriber.lane !== null) this.#listeners = [...this.#listeners, subscriber];
  }

  /** False when it was not attached. */
  detach(subscriber: Subscriber): boolean {
    this.#listeners = this.#listeners.filter((listener) => listener !== subscriber);
    return this.#subscribers.delete(subscriber);
  }

  /** Resolves when the hub knows their memberships; rejects when they could not be read. */
  get loaded(): Promise<void> {
    return this.#loaded.promise;
  }

  /** The hub knows their memberships from now on. Returns what went by while they were read. */
  finishLoading(): ParticipantChange[] {
    const changes = [...(this.passedBy?.values() ?? [])];
    this.passedBy = null;
    this.#loaded.resolve();
    return changes;
  }

  failLoading(error: unknown): void {
    this.#loaded.reject(error);
  }

  /** `tracked` is the occurrence's event under the hub's cursor of this moment. Returns how many streams it went to. */
  tell(occurrence: Occurrence, tracked: Tracked): number {
    let streams = 0;
    for (const listener of this.#listeners) {
      if (!hears(listener, occurrence)) continue;
      listener.push(tracked);
      streams += 1;
    }
    return streams;
  }

  /** Streams that were narrowed to a conversation they are out of have nothing more to tell. */
  finishNarrowedTo(conversationId: number): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber.conversationId === conversationId) subscriber.finish();
    }
  }
}
