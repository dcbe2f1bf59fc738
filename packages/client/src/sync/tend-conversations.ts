import { foldConversation } from '../folds/fold-conversation.ts';
import { foldEvent } from '../folds/fold-event.ts';
import { needyConversations } from '../reads/needy-conversations.ts';
import { absorbAbsence, type History } from './history.ts';
import type { SyncContext } from './sync-context.ts';

/** Fetches what the folds asked for: conversations that are not known, and those that went stale. */
export function createTender(context: SyncContext, history: History) {
  let underWay = new Set<number>();

  const fetch = async (conversationId: number): Promise<void> => {
    const known = context.store.getState().chat.conversations.get(conversationId);
    const joinVersion = known?.conversation.membership.joinVersion ?? null;
    if (known) await renewMessages(conversationId);
    await context
      .ask(
        () => context.api.conversation.byId.query({ conversationId }),
        (chat, { conversation }) => foldConversation(chat, conversation, 'fetched'),
      )
      .catch(absorbAbsence(context, conversationId, joinVersion));
    history.completeEnd(conversationId);
  };
  /** Before the rest, since it is the rest that ends the staleness. */
  const renewMessages = async (conversationId: number): Promise<void> => {
    if (history.isOpen(conversationId)) return history.reloadEnd(conversationId);
    context.fold((chat) => foldEvent(chat, { type: 'conversation.truncated', conversationId }));
  };

  const tend = (): void => {
    const ids = underWay;
    for (const conversationId of needyConversations(context.store.getState().chat)) {
      if (ids.has(conversationId)) continue;
      ids.add(conversationId);
      // What fails for good stays on the list, so that it is not asked for without end.
      fetch(conversationId)
        .then(() => {
          ids.delete(conversationId);
          if (ids === underWay) tend();
        })
        .catch(() => {});
    }
  };

  return {
    /** To be called after each change. */
    tend,
    /** To be called after each load of everything: what is under way then is dropped. */
    restart() {
      underWay = new Set();
      tend();
    },
  };
}
