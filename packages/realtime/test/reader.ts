import type { LiveSource, Sink, Tracked } from '@vibe/chat';
import type { DurableEvent, Lane, PresenceEvent, TypingEvent } from '@vibe/contract';
import type { Realtime } from '../src/index.ts';
import { settle } from './live-scene.ts';

/** The two ways in which a stream can be read. Everything holds for both: tests that do not say it take the sink. */
export type Way = 'sink' | 'iterator';

/** Reads a stream to its end, and keeps what came. */
export class Reader<T> implements Sink<T> {
  readonly items: T[] = [];
  isEnded = false;
  error: unknown;
  detach = () => {};
  readonly #abort: AbortController;
  #drained: PromiseWithResolvers<void> | null = null;

  constructor(stream: LiveSource<T>, abort: AbortController, way: Way = 'sink') {
    this.#abort = abort;
    if (way === 'iterator') void this.#read(stream);
    else this.detach = stream['~live'].attach(this);
  }

  get isBehind(): boolean {
    return this.#drained !== null;
  }

  push(item: T): boolean {
    if (this.isEnded) throw new Error('nothing follows the end');
    this.items.push(item);
    return true;
  }

  drained(): Promise<void> {
    return this.#drained?.promise ?? Promise.resolve();
  }

  finish(): void {
    this.isEnded = true;
    this.detach();
  }

  fail(error: unknown): void {
    this.error = error;
    this.finish();
  }

  /** From now on, what is pushed waits, as for a slow connection. */
  fallBehind(): void {
    this.#drained = Promise.withResolvers();
  }

  async catchUp(): Promise<void> {
    this.#drained?.resolve();
    this.#drained = null;
    await settle();
  }

  async cut(): Promise<void> {
    this.#abort.abort();
    this.detach();
    await settle();
  }

  async #read(stream: LiveSource<T>): Promise<void> {
    try {
      for await (const item of stream) this.items.push(item);
    } catch (error) {
      this.error = error;
    }
    this.isEnded = true;
  }
}

export interface DurableOptions {
  lane?: Lane;
  conversationId?: number;
  cursor?: string;
  sessionId?: string;
  way?: Way;
}

export class DurableReader extends Reader<Tracked> {
  get events(): DurableEvent[] {
    return this.items.map(([, event]) => event);
  }

  /** Without `ready` and `caughtUp`. */
  get news(): DurableEvent[] {
    return this.events.filter(({ type }) => type !== 'ready' && type !== 'caughtUp');
  }

  get cursor(): string {
    return this.items.at(-1)?.[0] ?? '';
  }

  /** Each event in a word or two: `sent hello`, `removed 3`. */
  get story(): string[] {
    return this.news.map(tell);
  }
}

function tell(event: DurableEvent): string {
  const word = event.type.slice(event.type.indexOf('.') + 1);
  switch (event.type) {
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted':
      return `${word} ${event.message.content ?? event.message.seq}`;
    case 'participant.added':
    case 'participant.updated':
    case 'participant.removed':
      return `${word} ${event.participant.userId}`;
    case 'receipt.advanced':
      return `${event.receipt.userId} read ${event.receipt.readSeq}`;
    case 'conversation.created':
      return `created ${event.conversation.id}`;
    case 'conversation.updated':
      return `renamed ${event.conversation.name}`;
    case 'user.updated':
      return `user ${event.user.fullName}`;
    case 'preference.updated':
      return `pinned ${event.preference.pinnedAt !== null}`;
    default:
      return event.type;
  }
}

/** Opens a stream and waits until it has caught up, or has ended. */
export async function follow(
  live: Realtime,
  userId: number,
  options: DurableOptions = {},
): Promise<DurableReader> {
  const reader = open(live, userId, options);
  await settle();
  return reader;
}

export function open(live: Realtime, userId: number, options: DurableOptions = {}): DurableReader {
  const abort = new AbortController();
  const stream = live.durable({
    userId,
    sessionId: options.sessionId ?? `session-${userId}`,
    lane: options.lane ?? 'sync',
    conversationId: options.conversationId ?? null,
    cursor: options.cursor ?? null,
    signal: abort.signal,
  });
  return new DurableReader(stream, abort, options.way);
}

export async function watchTyping(
  live: Realtime,
  userId: number,
  conversationId: number | null = null,
  way?: Way,
): Promise<Reader<TypingEvent>> {
  const abort = new AbortController();
  const request = { userId, sessionId: `session-${userId}`, conversationId, signal: abort.signal };
  const reader = new Reader(live.typing(request), abort, way);
  await settle();
  return reader;
}

export async function watchPresence(
  live: Realtime,
  userId: number,
  userIds: number[],
  way?: Way,
): Promise<Reader<PresenceEvent>> {
  const abort = new AbortController();
  const request = { userId, sessionId: `session-${userId}`, userIds, signal: abort.signal };
  const reader = new Reader(live.presence(request), abort, way);
  await settle();
  return reader;
}
