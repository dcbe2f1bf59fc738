import type { CallMethod } from './trpc-frames.ts';

/** Somebody whose client the load generator plays. */
export interface LoadPerson {
  userId: number;
  token: string;
  conversationIds: number[];
  /** Whose presence their screen shows. */
  companionIds: number[];
}

/** What a client has to tell. Sends are told by their number. */
export interface Ears {
  /** It hears everything from now on. */
  ready(): void;
  delivered(send: number): void;
  /** Told again after a break, from where the cursor stands, once: what the client had before, it drops. */
  replayed(send: number): void;
  acked(send: number): void;
  failed(reason: string): void;
}

/** A question, or something to be done. */
export interface Call {
  method: CallMethod;
  path: string;
  input: object;
  onAnswer(frame: Buffer): void;
}

/** One client's end of a protocol. */
export interface Voice {
  /** The socket is open. */
  greet(): void;
  send(send: number, conversationId: number): void;
  /** Calls something else than a send, where the protocol has that. */
  call?(call: Call): void;
  hear(frame: Buffer): void;
  /** Where to go on from after a lost connection; null before it has heard anything. */
  position(): string | null;
}

export interface VoiceOptions {
  person: LoadPerson;
  /** Whether it follows what its screen would; else it only sends. */
  isListening: boolean;
  /** Where an earlier one stood, if this is its successor. */
  position: string | null;
  ears: Ears;
  say(frame: string): void;
}

/** How clients speak to one kind of server. They read no more of a frame than they must. */
export interface Dialect {
  /** After the server's address. */
  path: string;
  /** Whether a send is answered; else the sender's own copy says that it was done. */
  hasAnswers: boolean;
  voice(options: VoiceOptions): Voice;
}
