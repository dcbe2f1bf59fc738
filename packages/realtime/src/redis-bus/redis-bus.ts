import { randomUUID } from 'node:crypto';
import type { Bus, Notice } from '@vibe/chat';
import { readEnvelope, seal } from '../envelope.ts';
import type { Log } from '../log.ts';
import { memoryBus } from '../memory-bus.ts';
import { SendWindow } from '../send-window.ts';
import { type Channels, channelsIn } from './channels.ts';
import { Followed } from './followed.ts';
import { type Attempt, keepTrying } from './keep-trying.ts';
import type { RedisLink } from './link.ts';
import { openRedisLink } from './open-redis-link.ts';
import { Pulse } from './pulse.ts';

export interface RedisBusOptions {
  /** `redis://` or `rediss://`; of a Redis Cluster, any node's. */
  url: string;
  /** The same for all instances of one deployment, and for no other that uses the same Redis. */
  namespace: string;
  log: Log;
}

export interface RedisBus extends Bus, AsyncDisposable {
  /** Notices that were not sent to other instances, since Redis was away or slow. */
  readonly dropped: number;
}

/**
 * The bus of several instances. What is published is heard here whatever Redis does, and elsewhere if Redis lets it: nobody
 * waits for that. A Redis that went away, or hangs, is found again by itself. Disposing of it leaves Redis.
 */
export function redisBus(options: RedisBusOptions): RedisBus {
  return new ConnectedBus(options);
}

class ConnectedBus implements RedisBus {
  dropped = 0;
  isConnected = false;
  readonly #options: RedisBusOptions;
  readonly #origin = randomUUID();
  readonly #channels: Channels;
  readonly #local = memoryBus();
  readonly #followed: Followed;
  readonly #window = new SendWindow();
  readonly #stop: () => Promise<void>;
  #link: RedisLink | null = null;
  #pulse: Pulse | null = null;

  constructor(options: RedisBusOptions) {
    this.#options = options;
    this.#channels = channelsIn(options.namespace);
    this.#followed = new Followed({
      channelOf: this.#channels.of,
      join: (channel) => this.#attempt((link) => link.join([channel])),
      leave: (channel) => this.#attempt((link) => link.leave(channel)),
    });
    this.#stop = keepTrying(
      (attempt) => this.#connection(attempt),
      (error) => options.log('Redis is away; it is tried until it is back', error),
    );
  }

  publish(notice: Notice): void {
    this.#local.publish(notice);
    if (!this.#link || !this.#send(this.#link, notice)) this.dropped += 1;
  }

  subscribe(listener: (notice: Notice) => void): () => void {
    return this.#local.subscribe(listener);
  }

  follow(conversationId: number): () => void {
    return this.#followed.add(conversationId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#followed.clear();
    await this.#stop();
  }

  #send(link: RedisLink, notice: Notice): boolean {
    const { conversationId, text } = seal(this.#origin, notice);
    const channel = conversationId === null ? this.#channels.unasked : this.#channels.of(conversationId);
    return this.#window.offer(text, () => link.publish(channel, text));
  }

  /** Lasts as long as Redis answers. */
  async #connection({ signal, succeeded }: Attempt): Promise<void> {
    const broken = Promise.withResolvers<void>();
    broken.promise.catch(() => {});
    signal.addEventListener('abort', () => broken.resolve());
    const link = await openRedisLink(this.#options.url, {
      heard: (text) => this.#hear(text, succeeded),
      ended: broken.reject,
      signal,
    });
    try {
      // Before the channels are joined: what is followed meanwhile joins by itself.
      this.#link = link;
      const joined = link.join([this.#channels.unasked, ...this.#followed.channels]);
      await Promise.race([joined, broken.promise]);
      using pulse = new Pulse({
        beat: () => void link.publish(this.#channels.unasked, this.#origin).catch(() => {}),
        stopped: () => broken.reject(new Error('Redis does not answer')),
      });
      this.#pulse = pulse;
      await broken.promise;
    } finally {
      this.#link = null;
      this.#pulse = null;
      this.isConnected = false;
      link.close();
    }
  }

  #hear(text: string, succeeded: () => void): void {
    if (text === this.#origin) {
      this.#pulse?.heard();
      this.isConnected = this.#pulse !== null;
      succeeded();
      return;
    }
    const envelope = readEnvelope(text);
    if (!envelope || envelope.origin === this.#origin || !this.#isWanted(envelope.conversationId)) return;
    try {
      const notice = envelope.open();
      if (notice) this.#local.publish(notice);
    } catch (error) {
      this.#options.log('a notice could not be read', error);
    }
  }

  #isWanted(conversationId: number | null): boolean {
    return conversationId === null || this.#followed.has(conversationId);
  }

  /** Should it fail, the connection is broken, and the next one joins all that is followed. */
  #attempt(command: (link: RedisLink) => Promise<unknown>): void {
    if (this.#link) command(this.#link).catch(() => {});
  }
}
