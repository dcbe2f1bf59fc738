import type { Conversation, ErrorCode, Message, Participant, User } from '@vibe/contract';

/** As the server would answer now, but for `users`: everyone is in `ChatState.users`. */
export type KnownConversation = Omit<Conversation, 'users'>;

/** Why something was refused for good; the message is a sentence for people. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

/** A message that the server has not acknowledged yet. */
export interface PendingMessage {
  clientId: string;
  content: string;
  createdAt: string;
  /** Null while it is being sent. */
  failure: Failure | null;
}

/** What the person did to a message, and the server has not acknowledged yet. */
export interface PendingChange {
  /** What it is to say; null where it is to be deleted. */
  content: string | null;
  createdAt: string;
  /** Null while it is on its way. */
  failure: Failure | null;
}

export interface ConversationState {
  readonly conversation: KnownConversation;
  /** Ascending by seq. There may be holes: a change of a message that was not loaded is kept. */
  readonly messages: readonly Message[];
  /** By user id; ended ones too, so that an answer which comes late brings nobody back. */
  readonly memberships: ReadonlyMap<number, Participant>;
  /** Whether `memberships` has everybody, or only those that a summary names. */
  readonly hasAllParticipants: boolean;
  /** The version at which the server last told all of it. */
  readonly fetchedVersion: number;
  /** The version at which `participantCount` was true. */
  readonly countVersion: number;
  /** Something cannot be worked out from what is known: it has to be fetched again. */
  readonly isStale: boolean;
}

/** What one person knows of their conversations. Folds make the next one out of it; nothing else changes it. */
export interface ChatState {
  /** Whose it is. */
  readonly userId: number;
  readonly users: ReadonlyMap<number, User>;
  readonly conversations: ReadonlyMap<number, ConversationState>;
  /** By conversation: own messages on their way, in the order they were written. */
  readonly pending: ReadonlyMap<number, readonly PendingMessage[]>;
  /** By message: edits and deletions on their way. `withChange` is the message as they leave it. */
  readonly changes: ReadonlyMap<number, PendingChange>;
  /** Conversations left, and the version at which. What is older than that is not believed any more. */
  readonly leftVersions: ReadonlyMap<number, number>;
  /** Conversations that were spoken of and are not known: they have to be fetched. */
  readonly missingIds: ReadonlySet<number>;
  /** Conversations that were asked for and are not there, or not for this person. */
  readonly absentIds: ReadonlySet<number>;
}

export const emptyChatState = (userId: number): ChatState => ({
  userId,
  users: new Map(),
  conversations: new Map(),
  pending: new Map(),
  changes: new Map(),
  leftVersions: new Map(),
  missingIds: new Set(),
  absentIds: new Set(),
});

/** The state with that conversation changed; the same object where nothing changed, or it is not known. */
export function changeConversation(
  state: ChatState,
  conversationId: number,
  change: (known: ConversationState) => ConversationState,
): ChatState {
  const known = state.conversations.get(conversationId);
  if (!known) return state;
  const changed = change(known);
  if (changed === known) return state;
  return { ...state, conversations: new Map(state.conversations).set(conversationId, changed) };
}
