import type { Bus, ChangeLog, Notice } from '@vibe/chat';
import { memoryBus } from '../src/index.ts';
import { delay } from '../src/timer.ts';

/** What goes wrong, while it is on. */
export class Faults {
  isOn = false;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** That bus, but it drops a third of all notices, and doubles, delays and so reorders others. */
  bus(inner: Bus = memoryBus()): Bus {
    const publish = (notice: Notice) => {
      const luck = this.#random();
      if (!this.isOn || luck < 0.3) return inner.publish(notice);
      if (luck < 0.6) return;
      if (luck < 0.8) inner.publish(notice);
      void delay(Math.floor(this.#random() * 60)).then(() => inner.publish(notice));
    };
    return {
      publish,
      subscribe: (listener) => inner.subscribe(listener),
      follow: (conversationId) => inner.follow(conversationId),
      get isConnected() {
        return inner.isConnected;
      },
    };
  }

  /** Every query waits before its snapshot and after it; some fail. */
  changeLog(log: ChangeLog): ChangeLog {
    return {
      epoch: () => this.#slow(() => log.epoch()),
      mark: () => this.#slow(() => log.mark()),
      sweep: (...args) => this.#slow(() => log.sweep(...args)),
      memberships: (...args) => this.#slow(() => log.memberships(...args)),
      fill: (...args) => this.#slow(() => log.fill(...args)),
      conversationsOf: (...args) => this.#slow(() => log.conversationsOf(...args)),
      replay: (...args) => this.#slow(() => log.replay(...args)),
      sharingConversation: (...args) => this.#slow(() => log.sharingConversation(...args)),
    };
  }

  async #slow<T>(query: () => Promise<T>): Promise<T> {
    if (!this.isOn) return query();
    await this.#pause();
    if (this.#random() < 0.05) throw new Error('connection reset');
    const answer = await query();
    await this.#pause();
    return answer;
  }

  /** Mostly short, now and then longer than a sweep's interval. */
  async #pause(): Promise<void> {
    const luck = this.#random();
    if (luck < 0.4) return;
    await delay(luck < 0.97 ? luck * 40 : 1_500);
  }
}
