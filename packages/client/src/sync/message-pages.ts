import { foldMessagePage, foldReloadedPages } from '../folds/fold-message.ts';
import { absorbAbsence, joinVersionIn } from './absorb-absence.ts';
import type { SyncContext } from './sync-context.ts';

/** Which page of a conversation: beside or around a seq; `{}` is the latest. */
export type PagePlace = { before: number } | { after: number } | { around: number } | Record<string, never>;

/** Asks for pages of messages; never for one that is on its way. */
export interface MessagePages {
  load(conversationId: number, place: PagePlace): Promise<void>;
  /** Loads these, the latest among them, in place of all that is there. */
  reload(conversationId: number, places: readonly PagePlace[]): Promise<void>;
  isReloading(conversationId: number): boolean;
  /** To be called when the answers to all that was asked for are dropped. */
  dropAsked(): void;
}

export function createMessagePages(context: SyncContext): MessagePages {
  let reloading = new Set<number>();

  const ask = async (
    how: 'added' | 'instead',
    conversationId: number,
    places: readonly PagePlace[],
  ): Promise<void> => {
    const { api, store } = context;
    const joinVersion = joinVersionIn(store.getState().chat, conversationId);
    const key = JSON.stringify(['messages', how, conversationId, joinVersion, places]);
    const call = () =>
      Promise.all(places.map((place) => api.message.list.query({ conversationId, ...place })));
    await context
      .askOnce(key, call, (chat, pages) => {
        // Who left meanwhile and is back was not told what changed in between.
        if (joinVersionIn(chat, conversationId) !== joinVersion) return chat;
        return how === 'added'
          ? pages.reduce((next, page) => foldMessagePage(next, conversationId, page), chat)
          : foldReloadedPages(chat, conversationId, pages);
      })
      .catch(absorbAbsence(context, conversationId, joinVersion));
  };

  return {
    load: (conversationId, place) => ask('added', conversationId, [place]),
    async reload(conversationId, places) {
      const marks = reloading;
      marks.add(conversationId);
      await ask('instead', conversationId, places).finally(() => marks.delete(conversationId));
    },
    isReloading: (conversationId) => reloading.has(conversationId),
    dropAsked() {
      reloading = new Set();
    },
  };
}
