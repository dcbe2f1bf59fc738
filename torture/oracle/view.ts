import type { KnownConversation } from '@vibe/client';
import type { Message } from '@vibe/contract';

/** A conversation as a screen shows it. */
export interface ShownConversation {
  conversation: KnownConversation;
  /** Those that are loaded, holes and all. */
  messages: readonly Message[];
  /** How many of them, at the end, are without a hole. */
  endRun: number;
}

/** A conversation as the server tells it to whoever asks anew. */
export interface FetchedConversation {
  conversation: KnownConversation;
  /** The latest ones, back to the first that the screen has, and no further. */
  messages: Message[];
}
