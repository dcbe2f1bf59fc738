import { createBackoff } from '../backoff.ts';
import { foldConversation } from '../folds/fold-conversation.ts';
import { foldEvent } from '../folds/fold-event.ts';
import { needyConversations } from '../reads/needy-conversations.ts';
import { wait } from '../wait.ts';
import { absorbAbsence } from './absorb-absence.ts';
import type { History } from './history.ts';
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
    history.complete(conversationId);
  };
  /** Before the rest, since it is the rest that ends the staleness. */
  const renewMessages = async (conversationId: number): Promise<void> => {
    if (history.isOpen(conversationId)) return history.reload(conversationId);
    context.fold((chat) => foldEvent(chat, { type: 'conversation.truncated', conversationId }));
  };

  const needy = () => needyConversations(context.store.getState().chat);
  /** An answer may be older than what is known, and settle nothing: it is asked for again, but not without a pause. */
  const fetchUntilSettled = async (conversationId: number, ids: Set<number>): Promise<void> => {
    const backoff = createBackoff();
    await fetch(conversationId);
    while (ids === underWay && !context.lifeSignal.aborted && needy().includes(conversationId)) {
      await wait(backoff.nextMs(), context.lifeSignal);
      await fetch(conversationId);
    }
  };

  const tend = (): void => {
    // Whose eyes it is to be seen with is not known yet; the first load brings most of it.
    if (context.store.getState().me === null) return;
    const ids = underWay;
    for (const conversationId of needy()) {
      if (ids.has(conversationId)) continue;
      ids.add(conversationId);
      // What fails for good stays on the list, so that it is not asked for without end.
      fetchUntilSettled(conversationId, ids)
        .then(() => {
          ids.delete(conversationId);
          // Once it is all over, answers settle nothing any more.
          if (ids === underWay && !context.lifeSignal.aborted) tend();
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
