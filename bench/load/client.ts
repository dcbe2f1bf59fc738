import WebSocket from 'ws';
import type { Call, Dialect, LoadPerson, Voice } from './dialects/dialect.ts';
import type { Ledger, Reader } from './ledger.ts';

/** What goes through a crowd's clients, and whom it is told. */
export interface Listener {
  ledger: Ledger;
  /** Every delivery, on time for its latency. */
  onDelivered(send: number, reader: Client): void;
  /** It is delivered to all, and answered. */
  onComplete(send: number): void;
  onAcked(send: number): void;
}

/** One person's connection, as the server sees it; what they have had outlives it. */
export class Client {
  readonly person: LoadPerson;
  /** Begins with nothing of each of their conversations. */
  readonly reader: Reader;
  readonly #dialect: Dialect;
  readonly #url: string;
  readonly #listener: Listener;
  #socket: WebSocket | null = null;
  #voice: Voice | null = null;

  constructor(person: LoadPerson, url: string, dialect: Dialect, listener: Listener) {
    this.person = person;
    this.reader = new Map(person.conversationIds.map((id) => [id, 0]));
    this.#url = url;
    this.#dialect = dialect;
    this.#listener = listener;
  }

  /** Resolves when it hears everything. Connects from where it stood, if it did. */
  async connect(isListening: boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { ledger, onDelivered, onComplete, onAcked } = this.#listener;
    const { hasAnswers } = this.#dialect;
    const ownSends = this.#ownSends;
    const replayed = new Set<number>();
    const hearOf = (send: number): void => {
      onDelivered(send, this);
      if (!hasAnswers && ownSends.delete(send)) onAcked(send);
      if (ledger.delivered(this.reader, send)) onComplete(send);
    };
    const socket = new WebSocket(this.#url.replace(/^http/, 'ws') + this.#dialect.path, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    const voice = this.#dialect.voice({
      person: this.person,
      isListening,
      position: this.#voice?.position() ?? null,
      say: (frame) => socket.send(frame),
      ears: {
        ready: resolve,
        failed: (reason) => ledger.failed(reason),
        acked(send) {
          onAcked(send);
          if (ledger.acked(send)) onComplete(send);
        },
        delivered: hearOf,
        replayed: (send) => {
          if (replayed.has(send)) ledger.failed(`told twice in one replay: ${send}`);
          replayed.add(send);
          if (!ledger.has(this.reader, send)) hearOf(send);
        },
      },
    });
    this.#socket = socket;
    this.#voice = voice;
    socket.on('open', voice.greet);
    socket.on('message', (data: Buffer) => voice.hear(data));
    socket.on('error', reject);
    socket.on('close', (code, reason) => {
      const why = `the server closed a socket: ${code} ${reason}`;
      if (this.#socket === socket) ledger.failed(why);
      reject(new Error(why));
    });
    await promise;
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  send(send: number, conversationId: number): void {
    if (!this.#dialect.hasAnswers) this.#ownSends.add(send);
    this.#voice?.send(send, conversationId);
  }

  /** @throws where the server's protocol has no such thing */
  call(call: Call): void {
    if (!this.#voice?.call) throw new Error(`${call.path} cannot be called here`);
    this.#voice.call(call);
  }

  /** As when the network goes: without a goodbye. Resolves when it is gone. */
  async cut(): Promise<void> {
    const socket = this.#socket;
    this.#socket = null;
    if (!socket || socket.readyState === socket.CLOSED) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    socket.once('close', () => resolve());
    socket.terminate();
    await promise;
  }

  /** Where no answers come, the sender's own copy of these is one. */
  readonly #ownSends = new Set<number>();
}
