import type { Me, Presence } from '@vibe/contract';
import { type ChatState, emptyChatState } from '../folds/chat-state.ts';

/** `offline`: the server cannot be reached; it is tried again by itself. `signedOut`: it is not. */
export type Connection = 'connecting' | 'live' | 'offline' | 'signedOut';

/** All that a screen shows. */
export interface SyncState {
  readonly connection: Connection;
  /** Nothing that happened before now is missing. */
  readonly isCaughtUp: boolean;
  /** Who it is, as of now. Null until the first load is done; `chat` is empty until then. */
  readonly me: Me | null;
  readonly chat: ChatState;
  /** Where the list goes on; null when all conversations are loaded. */
  readonly nextKey: string | null;
  /** Whom the person keeps from writing to them directly. Those people are in `chat.users`. */
  readonly blockedIds: ReadonlySet<number>;
  /** Who types, by conversation; only for those that are followed. */
  readonly typing: ReadonlyMap<number, readonly number[]>;
  /** By user; only for those that are followed. */
  readonly presences: ReadonlyMap<number, Presence>;
}

export const initialSyncState: SyncState = {
  connection: 'connecting',
  isCaughtUp: false,
  me: null,
  chat: emptyChatState(0),
  nextKey: null,
  blockedIds: new Set(),
  typing: new Map(),
  presences: new Map(),
};
