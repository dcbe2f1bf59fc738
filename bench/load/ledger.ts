/** Which sends a reader has had, by how many of each conversation: all readers must have them in the same order. */
export type Reader = Map<number, number>;

interface Send {
  conversationId: number;
  /** Deliveries, and the answer, that it still waits for. */
  left: number;
  /** Milliseconds of `performance.now()`. */
  sentAt: number;
  /** Where it stands in its conversation's order, from 0; -1 as long as nobody has it. */
  place: number;
}

const problemsKept = 10;

/**
 * Keeps account of every delivery: to each reader of a conversation each of its sends once, and to all of them in one order.
 * That order is whatever the first reader of a send has; whoever follows must have the same.
 */
export class Ledger {
  /** What went wrong, in words; the first few. */
  readonly problems: string[] = [];
  deliveries = 0;
  readonly #sends: Send[] = [];
  readonly #orders = new Map<number, number[]>();
  #unfinished = 0;

  /** Returns its number. @param waitsFor how many deliveries and answers make it complete. */
  begin(conversationId: number, waitsFor: number, sentAt: number): number {
    this.#sends.push({ conversationId, left: waitsFor, sentAt, place: -1 });
    this.#unfinished += 1;
    return this.#sends.length - 1;
  }

  sentAt(send: number): number {
    return this.#sends[send]?.sentAt ?? Number.NaN;
  }

  /** Returns whether it is complete now. */
  delivered(reader: Reader, number: number): boolean {
    const send = this.#sends[number];
    if (!send) return this.#wrong(`a message that nobody sent: ${number}`);
    const { conversationId } = send;
    const order = this.#orderOf(conversationId);
    const place = reader.get(conversationId) ?? 0;
    if (this.has(reader, number)) return this.#wrong(`delivered twice: ${number}`);
    if (place === order.length) {
      send.place = place;
      order.push(number);
    } else if (order[place] !== number) return this.#wrong(`out of order: ${number}, before ${order[place]}`);
    reader.set(conversationId, place + 1);
    this.deliveries += 1;
    return this.#lessOne(send);
  }

  /** Returns whether it is complete now. */
  acked(number: number): boolean {
    const send = this.#sends[number];
    return send ? this.#lessOne(send) : this.#wrong(`an answer to what nobody sent: ${number}`);
  }

  /** Whether the reader has had it. */
  has(reader: Reader, number: number): boolean {
    const send = this.#sends[number];
    return send !== undefined && send.place >= 0 && send.place < (reader.get(send.conversationId) ?? 0);
  }

  failed(reason: string): void {
    this.#wrong(reason);
  }

  get isComplete(): boolean {
    return this.#unfinished === 0;
  }

  /** How many readers, in how many deliveries together, lack what was sent in their conversations. */
  countMissing(readers: readonly Reader[]): void {
    const sent = new Map<number, number>();
    for (const { conversationId } of this.#sends)
      sent.set(conversationId, (sent.get(conversationId) ?? 0) + 1);
    for (const reader of readers) {
      for (const [conversationId, had] of reader) {
        const missing = (sent.get(conversationId) ?? 0) - had;
        if (missing > 0) this.#wrong(`a reader lacks ${missing} messages of conversation ${conversationId}`);
      }
    }
  }

  #orderOf(conversationId: number): number[] {
    let order = this.#orders.get(conversationId);
    if (!order) {
      order = [];
      this.#orders.set(conversationId, order);
    }
    return order;
  }

  #lessOne(send: Send): boolean {
    send.left -= 1;
    if (send.left === 0) this.#unfinished -= 1;
    return send.left === 0;
  }

  #wrong(problem: string): false {
    if (this.problems.length < problemsKept) this.problems.push(problem);
    return false;
  }
}
