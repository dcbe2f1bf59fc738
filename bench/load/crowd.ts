import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Listener } from './client.ts';
import type { Dialect, LoadPerson } from './dialects/dialect.ts';
import { Ledger } from './ledger.ts';

const connectingAtOnce = 50;
const usualPatienceMs = 20_000;

/** What a play wants to hear of. */
export type Plays = Pick<Listener, 'onDelivered' | 'onComplete' | 'onAcked'>;

/** Everyone whom the load generator plays. */
export class Crowd {
  readonly ledger = new Ledger();
  readonly clients: readonly Client[];
  readonly conversationIds: readonly number[];
  /** Set by the play under way. */
  plays: Plays = { onDelivered() {}, onComplete() {}, onAcked() {} };
  readonly #dialect: Dialect;
  readonly #patienceMs: number;
  #isListening = false;
  readonly #byConversation = new Map<number, Client[]>();
  readonly #turns = new Map<number, number>();

  /**
   * People are spread over the servers by turns.
   * @param patienceMs how long the last deliveries may take before they count as missing.
   */
  constructor(
    people: readonly LoadPerson[],
    urls: readonly string[],
    dialect: Dialect,
    patienceMs = usualPatienceMs,
  ) {
    this.#dialect = dialect;
    this.#patienceMs = patienceMs;
    const listener: Listener = {
      ledger: this.ledger,
      onDelivered: (send, reader) => this.plays.onDelivered(send, reader),
      onComplete: (send) => this.plays.onComplete(send),
      onAcked: (send) => this.plays.onAcked(send),
    };
    this.clients = people.map(
      (person, index) => new Client(person, urls[index % urls.length] ?? '', dialect, listener),
    );
    for (const client of this.clients) {
      for (const id of client.person.conversationIds) {
        const there = this.#byConversation.get(id) ?? [];
        this.#byConversation.set(id, there);
        there.push(client);
      }
    }
    this.conversationIds = [...this.#byConversation.keys()];
  }

  /** @param atOnce how many at a time; all at once is a storm. */
  async connect(isListening: boolean, clients = this.clients, atOnce = connectingAtOnce): Promise<void> {
    this.#isListening = isListening;
    const waiting = [...clients];
    const connectSome = async (): Promise<void> => {
      for (let client = waiting.shift(); client; client = waiting.shift()) await client.connect(isListening);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, connectSome));
  }

  async cut(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.cut()));
  }

  /** Sends to that conversation, by those of its members who are connected, in turn. */
  send(conversationId: number, sentAt: number): void {
    const members = this.#byConversation.get(conversationId) ?? [];
    const readers = this.#isListening ? members.length : 0;
    const waitsFor = readers + (this.#dialect.hasAnswers ? 1 : 0);
    const send = this.ledger.begin(conversationId, waitsFor, sentAt);
    this.#nextOf(conversationId, members).send(send, conversationId);
  }

  #nextOf(conversationId: number, members: readonly Client[]): Client {
    for (let tries = 0; tries < members.length; tries += 1) {
      const turn = this.#turns.get(conversationId) ?? 0;
      this.#turns.set(conversationId, turn + 1);
      const client = members[turn % members.length];
      if (client?.isConnected) return client;
    }
    throw new Error(`nobody of conversation ${conversationId} is connected`);
  }

  /** Waits for what is under way, then looks for what is missing. @throws with what went wrong */
  async check(): Promise<void> {
    const { ledger } = this;
    for (let waited = 0; !ledger.isComplete && waited < this.#patienceMs; waited += 5) await sleep(5);
    if (!ledger.isComplete) ledger.failed('sends that were not delivered to all, or not answered');
    if (this.#isListening) ledger.countMissing(this.clients.map(({ reader }) => reader));
    if (ledger.problems.length > 0)
      throw new Error(`Deliveries were wrong:\n  ${ledger.problems.join('\n  ')}`);
  }
}
