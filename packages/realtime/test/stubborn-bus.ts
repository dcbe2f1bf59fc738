import type { Bus, Notice } from '@vibe/chat';
import { memoryBus } from '../src/index.ts';

/** A bus that loses what a test says it loses, and is away when it says so. */
export class StubbornBus implements Bus {
  isConnected = true;
  /** Nothing is lost until a test says so. */
  loses: (notice: Notice) => boolean = () => false;
  readonly followed: number[] = [];
  readonly #inner = memoryBus();

  publish(notice: Notice): void {
    if (this.isConnected && !this.loses(notice)) this.#inner.publish(notice);
  }

  subscribe(listener: (notice: Notice) => void): () => void {
    return this.#inner.subscribe(listener);
  }

  follow(conversationId: number): () => void {
    this.followed.push(conversationId);
    return () => this.followed.splice(this.followed.indexOf(conversationId), 1);
  }
}
