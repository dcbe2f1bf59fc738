import { after } from '../timer.ts';

/** A channel is left only when nobody wanted it for this long: a reload should not cost two commands. */
const lingerMs = 10_000;

interface FollowedDeps {
  channelOf(conversationId: number): string;
  join(channel: string): void;
  leave(channel: string): void;
}

interface Joined {
  conversations: number;
  cancelLeaving: (() => void) | null;
}

/** Which conversations are followed, how many times, and so which channels. */
export class Followed {
  readonly #deps: FollowedDeps;
  readonly #conversations = new Map<number, number>();
  readonly #channels = new Map<string, Joined>();

  constructor(deps: FollowedDeps) {
    this.#deps = deps;
  }

  get channels(): string[] {
    return [...this.#channels.keys()];
  }

  has(conversationId: number): boolean {
    return this.#conversations.has(conversationId);
  }

  /** Returns what ends it. */
  add(conversationId: number): () => void {
    const times = this.#conversations.get(conversationId) ?? 0;
    this.#conversations.set(conversationId, times + 1);
    if (times === 0) this.#join(this.#deps.channelOf(conversationId));
    let isFollowed = true;
    return () => {
      if (isFollowed) this.#remove(conversationId);
      isFollowed = false;
    };
  }

  clear(): void {
    for (const { cancelLeaving } of this.#channels.values()) cancelLeaving?.();
    this.#channels.clear();
    this.#conversations.clear();
  }

  #remove(conversationId: number): void {
    const times = this.#conversations.get(conversationId) ?? 0;
    if (times > 1) this.#conversations.set(conversationId, times - 1);
    else if (this.#conversations.delete(conversationId)) this.#release(this.#deps.channelOf(conversationId));
  }

  #join(channel: string): void {
    const joined = this.#channels.get(channel);
    if (!joined) {
      this.#channels.set(channel, { conversations: 1, cancelLeaving: null });
      this.#deps.join(channel);
      return;
    }
    joined.conversations += 1;
    joined.cancelLeaving?.();
    joined.cancelLeaving = null;
  }

  #release(channel: string): void {
    const joined = this.#channels.get(channel);
    if (!joined) return;
    joined.conversations -= 1;
    if (joined.conversations > 0) return;
    joined.cancelLeaving = after(lingerMs, () => {
      this.#channels.delete(channel);
      this.#deps.leave(channel);
    });
  }
}
