import { limits } from '@vibe/contract';
import { foldConversation } from '../folds/fold-conversation.ts';
import { wait } from '../wait.ts';
import type { SyncContext } from './sync-context.ts';

/** The list beyond its first page, which comes with the load of everything. */
export interface ConversationList {
  /** The next page of the list, if there is one. */
  loadMoreConversations(): Promise<void>;
  /** Loads page after page, up to `maxConversations`: pins, totals and a search by name are about all of them. */
  loadRest(): void;
  /** To be called when the answers to all that was asked for are dropped. */
  dropAsked(): void;
}

/** What is beyond is loaded when somebody scrolls there. */
const maxConversations = 1_000;
/** Calls of one moment go in one request and are answered together: what the screen waits for goes first, by itself. */
const pauseMs = 100;

export function createConversationList(context: SyncContext): ConversationList {
  const { api, store, lifeSignal } = context;
  let round = 0;

  const loadMoreConversations = async (): Promise<void> => {
    const { nextKey: after } = store.getState();
    if (after === null) return;
    let nextKey: string | null = after;
    await context.askOnce(
      `conversations ${after}`,
      () => api.conversation.list.query({ after, limit: limits.pageRows }),
      (chat, page) => {
        nextKey = page.nextKey;
        return page.conversations.reduce((next, each) => foldConversation(next, each, 'listed'), chat);
      },
    );
    if (nextKey !== after) store.update((state) => (state.nextKey === after ? { ...state, nextKey } : state));
  };
  const loadRest = async (): Promise<void> => {
    const ownRound = round;
    for (let isMore = true; isMore; ) {
      await wait(pauseMs, lifeSignal);
      const { nextKey, chat } = store.getState();
      if (round !== ownRound || lifeSignal.aborted || chat.conversations.size >= maxConversations) return;
      await loadMoreConversations();
      isMore = store.getState().nextKey !== nextKey;
    }
  };

  return {
    loadMoreConversations,
    loadRest() {
      // It failed for good: what is shown goes on being shown, and scrolling asks again.
      loadRest().catch(() => {});
    },
    dropAsked() {
      round += 1;
    },
  };
}
