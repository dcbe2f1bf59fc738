/** One write that somebody waits for. */
export interface Entry<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** What waits in one conversation, in the order in which it came. */
interface Queue<Item, Outcome> {
  conversationId: number;
  entries: Entry<Item, Outcome>[];
  /** Its last write was `BUSY`: until one succeeds it holds nobody else up. */
  goesAlone: boolean;
}

/** What is written together: some conversations, each with its next entries. */
export type Batch<Item, Outcome> = {
  queue: Queue<Item, Outcome>;
  entries: Entry<Item, Outcome>[];
}[];

export const isAlone = (batch: Batch<unknown, never>): boolean => batch.some(({ queue }) => queue.goesAlone);

/**
 * What waits to be written, by conversation. Conversations take turns: one that has had its turn goes to the end, and the
 * places of a batch are shared out evenly, so that whoever floods one waits for themselves. A conversation that was taken is
 * not taken again before it was given back.
 */
export class WaitingItems<Item extends { conversationId: number }, Outcome> {
  /** With something waiting or being written. */
  readonly #queues = new Map<number, Queue<Item, Outcome>>();
  /** With something waiting and nothing being written; whose turn is next comes first. */
  #ready = new Set<Queue<Item, Outcome>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(entry: Entry<Item, Outcome>): void {
    const { conversationId } = entry.item;
    let queue = this.#queues.get(conversationId);
    if (!queue) {
      queue = { conversationId, entries: [], goesAlone: false };
      this.#queues.set(conversationId, queue);
      this.#ready.add(queue);
    }
    queue.entries.push(entry);
    this.#count += 1;
  }

  /** Empty when nothing may be taken. */
  take(maxItems: number, mayGoAlone: boolean): Batch<Item, Outcome> {
    const queues = this.#next(maxItems, mayGoAlone);
    for (const queue of queues) this.#ready.delete(queue);
    const batch = shareOut(queues, maxItems);
    for (const { entries } of batch) this.#count -= entries.length;
    return batch;
  }

  /** It was written, or has failed. */
  giveBack(batch: Batch<Item, Outcome>, isBusy: boolean): void {
    for (const { queue } of batch) {
      queue.goesAlone = isBusy;
      if (queue.entries.length > 0) this.#ready.add(queue);
      else this.#queues.delete(queue.conversationId);
    }
  }

  /** It is to be written again, each conversation alone, before what came after it. */
  split(batch: Batch<Item, Outcome>): void {
    for (const { queue, entries } of batch) {
      queue.entries.unshift(...entries);
      queue.goesAlone = true;
      this.#count += entries.length;
    }
    this.#ready = new Set([...batch.map(({ queue }) => queue), ...this.#ready]);
  }

  #next(maxCount: number, mayGoAlone: boolean): Queue<Item, Outcome>[] {
    const together: Queue<Item, Outcome>[] = [];
    for (const queue of this.#ready) {
      if (together.length === maxCount) break;
      if (!queue.goesAlone) together.push(queue);
      else if (mayGoAlone && together.length === 0) return [queue];
    }
    return together;
  }
}

/** The shortest first: what they leave of their share goes to the longer ones. */
function shareOut<Item, Outcome>(queues: Queue<Item, Outcome>[], maxItems: number): Batch<Item, Outcome> {
  let places = maxItems;
  return queues
    .sort((one, other) => one.entries.length - other.entries.length)
    .map((queue, index) => {
      const entries = queue.entries.splice(0, Math.floor(places / (queues.length - index)));
      places -= entries.length;
      return { queue, entries };
    });
}
