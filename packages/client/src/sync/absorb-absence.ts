import { describeFailure } from '../chat-failure.ts';
import type { ChatState } from '../folds/chat-state.ts';
import { foldAbsent } from '../folds/fold-conversation.ts';
import type { SyncContext } from './sync-context.ts';

/** The membership that something is asked for in; null where none is known. */
export const joinVersionIn = (chat: ChatState, conversationId: number): number | null =>
  chat.conversations.get(conversationId)?.conversation.membership.joinVersion ?? null;

/** What is not there (any more) is shown as such; it is no failure of ours. */
export const absorbAbsence =
  (context: SyncContext, conversationId: number, joinVersion: number | null) =>
  (error: unknown): void => {
    const { code } = describeFailure(error);
    // An id that cannot be one, out of an address that somebody typed, names nothing either.
    if (code !== 'NOT_FOUND' && code !== 'BAD_INPUT') throw error;
    context.fold((chat) => foldAbsent(chat, conversationId, joinVersion));
  };
