import type { Bus, Live, LiveSource, Notice } from '@vibe/chat';
import { limits, type TypingEvent } from '@vibe/contract';
import { ephemeralStream } from '../hub/ephemeral-stream.ts';
import type { HubObserver } from '../hub/hub-context.ts';
import type { StreamDeps } from '../hub/stream-deps.ts';
import { LatestBuffer } from '../latest-buffer.ts';
import { TypingBoard } from './typing-board.ts';

type TypingRequest = Parameters<Live['typing']>[0];

interface Watcher {
  conversationId: number | null;
  events: LatestBuffer<number, TypingEvent>;
}

/** Who types, shown to the other members of the conversation. Nobody is shown their own typing. */
export class Typing implements HubObserver, Disposable {
  readonly #deps: StreamDeps;
  readonly #board = new TypingBoard(limits.typingExpiryMs, (conversationId, userId) =>
    this.#tellOthers(conversationId, userId),
  );
  readonly #watchers = new Map<number, Set<Watcher>>();
  readonly #unsubscribe: () => void;

  constructor(deps: StreamDeps, bus: Bus) {
    this.#deps = deps;
    this.#unsubscribe = bus.subscribe((notice) => this.#hear(notice));
  }

  stream(request: TypingRequest): LiveSource<TypingEvent> {
    const { userId, conversationId } = request;
    return ephemeralStream(this.#deps, request, () => {
      const watcher: Watcher = { conversationId, events: new LatestBuffer(0) };
      return {
        buffer: watcher.events,
        begin: () => this.#begin(userId, watcher),
        toEvents: (events) => events,
        end: () => this.#remove(userId, watcher),
      };
    });
  }

  messageSent(conversationId: number, senderId: number): void {
    this.#board.stop(conversationId, senderId);
  }

  memberLeft(conversationId: number, userId: number): void {
    this.#board.stop(conversationId, userId);
  }

  memberIntroduced(conversationId: number, userId: number): void {
    const event = this.#shownTo(userId, conversationId);
    if (event.userIds.length === 0) return;
    for (const watcher of this.#watchers.get(userId) ?? []) put(watcher, event);
  }

  [Symbol.dispose](): void {
    this.#unsubscribe();
    this.#board.clear();
  }

  #hear(notice: Notice): void {
    if (notice.topic !== 'typing') return;
    const { conversationId, userId, isTyping } = notice;
    if (!isTyping) this.#board.stop(conversationId, userId);
    else if (!this.#isTooLarge(conversationId)) this.#board.start(conversationId, userId);
  }

  #begin(userId: number, watcher: Watcher): TypingEvent[] {
    const watchers = this.#watchers.get(userId) ?? new Set();
    this.#watchers.set(userId, watchers.add(watcher));
    const conversations = this.#deps.hub.people.byId(userId)?.conversations ?? [];
    return [...conversations]
      .filter(({ id }) => watcher.conversationId === null || watcher.conversationId === id)
      .map(({ id }) => this.#shownTo(userId, id))
      .filter(({ userIds }) => userIds.length > 0);
  }

  #remove(userId: number, watcher: Watcher): void {
    const watchers = this.#watchers.get(userId);
    watchers?.delete(watcher);
    if (watchers?.size === 0) this.#watchers.delete(userId);
  }

  #shownTo(readerId: number, conversationId: number): TypingEvent {
    const userIds = this.#typing(conversationId).filter((userId) => userId !== readerId);
    return { type: 'typing.changed', conversationId, userIds };
  }

  /** Their own streams would show no difference. */
  #tellOthers(conversationId: number, changedId: number): void {
    const userIds = this.#typing(conversationId);
    const event: TypingEvent = { type: 'typing.changed', conversationId, userIds };
    for (const { person, held } of this.#deps.hub.conversations.byId(conversationId)?.members ?? []) {
      const readerId = person.userId;
      const watchers = this.#watchers.get(readerId);
      if (!watchers || held || readerId === changedId) continue;
      const shown = userIds.includes(readerId) ? withoutOne(event, readerId) : event;
      for (const watcher of watchers) put(watcher, shown);
    }
  }

  #typing(conversationId: number): number[] {
    return this.#isTooLarge(conversationId) ? [] : this.#board.typing(conversationId);
  }

  #isTooLarge(conversationId: number): boolean {
    return (this.#deps.hub.conversations.byId(conversationId)?.participantCount ?? 0) > limits.typingMembers;
  }
}

function put(watcher: Watcher, event: TypingEvent): void {
  const isWanted = watcher.conversationId === null || watcher.conversationId === event.conversationId;
  if (isWanted) watcher.events.put(event.conversationId, event);
}

const withoutOne = (event: TypingEvent, userId: number): TypingEvent => ({
  ...event,
  userIds: event.userIds.filter((id) => id !== userId),
});
