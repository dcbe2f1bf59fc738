import { limits } from '@vibe/contract';
import { describeFailure } from '../chat-failure.ts';
import type { ChatState, ConversationState } from '../folds/chat-state.ts';
import { foldAbsent, foldWanted } from '../folds/fold-conversation.ts';
import { foldMessagePage } from '../folds/fold-message.ts';
import { hasOlder, latestRun } from '../reads/latest-run.ts';
import type { SyncContext } from './sync-context.ts';

/** Which conversations are on the screen, and the messages that are loaded of them. */
export interface History {
  /** Loads the conversation and its end, and keeps it current until the returned function is called. */
  openConversation(conversationId: number): () => void;
  /** The page before what is shown; nothing at the beginning. */
  loadOlder(conversationId: number): Promise<void>;
  isOpen(conversationId: number): boolean;
  /** Loads the end again, in place of what is there. */
  reloadEnd(conversationId: number): Promise<void>;
  /** To be called after each load of everything. */
  restart(): void;
  /** Loads the end of an open conversation where it is not there yet. */
  completeEnd(conversationId: number): void;
  /** To be called after each change: an open conversation may have been told anew, without its messages. */
  tend(): void;
}

/** A page on its way, and the membership that it was asked for in. */
interface Loading {
  joinVersion: number | null;
  page: Promise<void>;
}

const joinVersionIn = (chat: ChatState, conversationId: number): number | null =>
  chat.conversations.get(conversationId)?.conversation.membership.joinVersion ?? null;

/** What a page is asked for by. */
const standingOf = (known: ConversationState): string =>
  [known.conversation.membership.joinVersion, latestRun(known)[0]?.seq, known.conversation.lastSeq].join();

export function createHistory(context: SyncContext): History {
  const openCounts = new Map<number, number>();
  const loading = new Map<number, Loading>();
  const tended = new Map<number, string>();
  const joinVersionOf = (conversationId: number) =>
    joinVersionIn(context.store.getState().chat, conversationId);
  const known = (conversationId: number) => context.store.getState().chat.conversations.get(conversationId);

  const loadPage = (conversationId: number, before: number | null, isEnd: boolean): Promise<void> => {
    const query = { conversationId, ...(before !== null && { before }) };
    const joinVersion = joinVersionOf(conversationId);
    const call = () => context.api.message.list.query(query);
    return context
      .ask(call, (chat, page) => {
        // Who left meanwhile and is back was not told what changed in between.
        if (joinVersionIn(chat, conversationId) !== joinVersion) return chat;
        return foldMessagePage(chat, conversationId, page, isEnd);
      })
      .catch(absorbAbsence(context, conversationId, joinVersion));
  };
  /** One page at a time: two at once would ask for the same one. */
  const once = (conversationId: number, load: () => Promise<void>): Promise<void> => {
    const joinVersion = joinVersionOf(conversationId);
    const underWay = loading.get(conversationId);
    if (underWay?.joinVersion === joinVersion) return underWay.page;
    const page = load().finally(() => {
      if (loading.get(conversationId)?.page === page) loading.delete(conversationId);
    });
    loading.set(conversationId, { joinVersion, page });
    return page;
  };
  const completeEnd = (conversationId: number): void => {
    const conversation = known(conversationId);
    if (!conversation || !openCounts.has(conversationId) || !hasOlder(conversation)) return;
    if (latestRun(conversation).length >= limits.pageRowsDefault) return;
    once(conversationId, () => loadPage(conversationId, null, false)).catch(() => {});
  };

  return {
    openConversation(conversationId) {
      openCounts.set(conversationId, (openCounts.get(conversationId) ?? 0) + 1);
      context.fold((chat) => foldWanted(chat, conversationId));
      completeEnd(conversationId);
      let isOpen = true;
      return () => {
        const count = openCounts.get(conversationId) ?? 0;
        if (isOpen && count > 1) openCounts.set(conversationId, count - 1);
        else if (isOpen) openCounts.delete(conversationId);
        isOpen = false;
      };
    },
    async loadOlder(conversationId) {
      const conversation = known(conversationId);
      if (!conversation || !hasOlder(conversation)) return;
      const first = latestRun(conversation)[0]?.seq ?? null;
      await once(conversationId, () => loadPage(conversationId, first, false));
    },
    isOpen: (conversationId) => openCounts.has(conversationId),
    reloadEnd: (conversationId) => loadPage(conversationId, null, true),
    restart() {
      loading.clear();
      tended.clear();
      for (const conversationId of openCounts.keys()) {
        context.fold((chat) => foldWanted(chat, conversationId));
        completeEnd(conversationId);
      }
    },
    completeEnd,
    tend() {
      for (const conversationId of openCounts.keys()) {
        const conversation = known(conversationId);
        const standing = conversation && standingOf(conversation);
        // Not twice from where it stands: what a page did not bring, the same page will not.
        if (standing === undefined || standing === tended.get(conversationId)) continue;
        tended.set(conversationId, standing);
        completeEnd(conversationId);
      }
    },
  };
}

/** What is not there (any more) is shown as such; it is no failure of ours. */
export const absorbAbsence =
  (context: SyncContext, conversationId: number, joinVersion: number | null) =>
  (error: unknown): void => {
    const { code } = describeFailure(error);
    // An id that cannot be one, out of an address that somebody typed, names nothing either.
    if (code !== 'NOT_FOUND' && code !== 'BAD_INPUT') throw error;
    context.fold((chat) => foldAbsent(chat, conversationId, joinVersion));
  };
