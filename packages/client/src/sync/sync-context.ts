import type { ChatApi } from '../api.ts';
import type { ChatState } from '../folds/chat-state.ts';
import type { Store } from '../store.ts';
import type { SyncState } from './sync-state.ts';

/** What the parts of the sync share. */
export interface SyncContext {
  api: ChatApi;
  store: Store<SyncState>;
  /** Changes `chat` alone. */
  fold(change: (chat: ChatState) => ChatState): void;
  /**
   * Makes the call, repeats it while its failure may pass, and folds the answer in. An answer from before a reload of
   * everything is dropped: what changed in between was not told.
   */
  ask<T>(call: () => Promise<T>, fold: (chat: ChatState, answer: T) => ChatState): Promise<void>;
  /** As `ask`, and not twice at once: while a call with that key is on its way, it is that one. */
  askOnce<T>(
    key: string,
    call: () => Promise<T>,
    fold: (chat: ChatState, answer: T) => ChatState,
  ): Promise<void>;
  /** Aborted when the client is closed, or its person signed out. */
  lifeSignal: AbortSignal;
}
