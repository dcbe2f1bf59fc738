import { busy, isBusy } from '../chat-error.ts';
import { type Batch, type Entry, isAlone, WaitingItems } from './waiting-items.ts';
import type { WriteOutcome, WriteTelemetry } from './write-telemetry.ts';

export interface GroupCommitOptions<Item, Outcome> {
  /**
   * Writes them in one transaction and answers for each, in the order given. `BUSY` says that nothing was written. What else
   * it throws is told to each of them: who retries an item must get what was stored the first time.
   */
  write(items: Item[]): Promise<Outcome[]>;
  /** Writes at a time: one, and as many more as wait for longer than `patienceMs`, for a lock probably. */
  maxInFlight: number;
  patienceMs: number;
  /** Items of one write. */
  maxItems: number;
  /** Items that may wait; beyond it they are refused. */
  maxWaiting: number;
  telemetry: WriteTelemetry;
}

/**
 * Many writes in one commit. What comes while nothing is being written goes at once; what comes meanwhile waits and goes
 * together. A conversation is in one write at a time, so that it is written in the order in which things came (P41). Where
 * one is locked for too long, the others of its write are written without it.
 */
export class GroupCommit<Item extends { conversationId: number }, Outcome> {
  readonly #options: GroupCommitOptions<Item, Outcome>;
  readonly #waiting = new WaitingItems<Item, Outcome>();
  #inFlight = 0;
  #slowInFlight = 0;
  #aloneInFlight = 0;
  #isStarting = false;

  constructor(options: GroupCommitOptions<Item, Outcome>) {
    this.#options = options;
  }

  /** Its own outcome, after the commit. @throws `BUSY` at once where too much waits; what `write` throws */
  write(item: Item): Promise<Outcome> {
    const { maxWaiting, telemetry } = this.#options;
    if (this.#waiting.count >= maxWaiting) {
      telemetry.refused();
      return Promise.reject(busy());
    }
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    this.#waiting.add({ item, resolve, reject });
    telemetry.waiting(this.#waiting.count);
    this.#startInThisTurn();
    return promise;
  }

  get #mayFly(): boolean {
    return this.#inFlight === this.#slowInFlight && this.#inFlight < this.#options.maxInFlight;
  }

  /** What else this turn of the event loop has to read comes along; nothing is waited for. */
  #startInThisTurn(): void {
    if (this.#isStarting || !this.#mayFly) return;
    this.#isStarting = true;
    setImmediate(() => {
      this.#isStarting = false;
      this.#start();
    });
  }

  #start(): void {
    const { maxInFlight, maxItems, telemetry } = this.#options;
    while (this.#mayFly) {
      // Who waits for a lock may do so for long: the others keep a way.
      const mayGoAlone = this.#aloneInFlight < Math.max(1, maxInFlight - 1);
      const batch = this.#waiting.take(maxItems, mayGoAlone);
      if (batch.length === 0) return;
      telemetry.waiting(this.#waiting.count);
      void this.#fly(batch);
    }
  }

  async #fly(batch: Batch<Item, Outcome>): Promise<void> {
    const entries = batch.flatMap((part) => part.entries);
    const alone = isAlone(batch) ? 1 : 0;
    this.#inFlight += 1;
    this.#aloneInFlight += alone;
    const endPatience = this.#bePatient();
    const result = await this.#result(entries.map(({ item }) => item));
    endPatience();
    this.#inFlight -= 1;
    this.#aloneInFlight -= alone;
    const isLocked = 'error' in result && isBusy(result.error);
    const isTriedAgain = isLocked && batch.length > 1;
    if (isTriedAgain) this.#waiting.split(batch);
    else this.#waiting.giveBack(batch, isLocked);
    // First the next write, then the answers: the database works while we do.
    this.#start();
    if (!isTriedAgain) settle(entries, result);
  }

  /** Others stop waiting for a write that takes too long. Returns what ends the wait, or makes up for it. */
  #bePatient(): () => void {
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      this.#slowInFlight += 1;
      this.#start();
    }, this.#options.patienceMs);
    return () => {
      clearTimeout(timer);
      if (isSlow) this.#slowInFlight -= 1;
    };
  }

  async #result(items: Item[]): Promise<Result<Outcome>> {
    const startedAt = performance.now();
    const report = (outcome: WriteOutcome) =>
      this.#options.telemetry.written({
        items: items.length,
        durationMs: performance.now() - startedAt,
        outcome,
      });
    try {
      const outcomes = await this.#options.write(items);
      if (outcomes.length !== items.length) throw new Error('a write must answer for each item');
      report('ok');
      return { outcomes };
    } catch (error) {
      report(isBusy(error) ? 'busy' : 'failed');
      return { error };
    }
  }
}

type Result<Outcome> = { outcomes: Outcome[] } | { error: unknown };

function settle<Item, Outcome>(entries: Entry<Item, Outcome>[], result: Result<Outcome>): void {
  if ('error' in result) {
    for (const { reject } of entries) reject(result.error);
    return;
  }
  for (const [index, outcome] of result.outcomes.entries()) entries[index]?.resolve(outcome);
}
