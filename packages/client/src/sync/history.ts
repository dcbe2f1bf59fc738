import { limits } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';
import { foldWanted } from '../folds/fold-conversation.ts';
import { trimMessages } from '../folds/trim-messages.ts';
import { type Anchor, nearestSeq, runAt } from '../reads/run-at.ts';
import { createMessagePages, type PagePlace } from './message-pages.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Which conversations are on the screen, and the messages that are loaded of them. Each open one has a place where its
 * screen stands: the end, or a seq. When what was loaded has to be dropped, since changes of it were missed, the page
 * around that place is loaded again.
 */
export interface History {
  /**
   * Loads the conversation and its end, or, with `at`, the page around that seq (the nearest one that is there), and keeps
   * it current until the returned function is called. `runAt` of the same place is what to show.
   */
  openConversation(conversationId: number, at?: number): () => void;
  /**
   * Moves the screen's place to that seq, and loads the page around it where it is not loaded. Where it is, this is free: a
   * screen that was scrolled far says so with it.
   */
  loadAround(conversationId: number, seq: number): Promise<void>;
  /** Moves the screen's place to the end, and loads that where it is not loaded. */
  loadLatest(conversationId: number): Promise<void>;
  /** The page before the run that has `beforeSeq`, or before the one at the end; nothing at the beginning. */
  loadOlder(conversationId: number, beforeSeq?: number): Promise<void>;
  /** The page after the run that has `afterSeq`; nothing at the end. */
  loadNewer(conversationId: number, afterSeq: number): Promise<void>;
  isOpen(conversationId: number): boolean;
  /** Loads an open conversation's end and the screen's place again, in place of all that is loaded of it. */
  reload(conversationId: number): Promise<void>;
  /** To be called when the answers to all that was asked for are dropped. */
  dropAsked(): void;
  /** To be called after each load of everything. */
  restart(): void;
  /** Loads the screen's place of an open conversation where it is not there yet. */
  complete(conversationId: number): void;
  /** To be called after each change: an open conversation may have been told anew, without its messages. */
  tend(): void;
}

interface Opening {
  count: number;
  place: Anchor;
}

/** What the place is loaded by. */
const standingOf = (known: ConversationState, place: Anchor): string => {
  const { membership, lastSeq } = known.conversation;
  return [membership.joinVersion, place, runAt(known, place).messages[0]?.seq, lastSeq].join();
};

export function createHistory(context: SyncContext): History {
  const pages = createMessagePages(context);
  const openings = new Map<number, Opening>();
  const tended = new Map<number, string>();
  const find = (conversationId: number) => context.store.getState().chat.conversations.get(conversationId);

  const completeAt = async (conversationId: number, place: Anchor): Promise<void> => {
    const known = find(conversationId);
    if (!known || pages.isReloading(conversationId)) return;
    const { messages, hasOlder, hasNewer } = runAt(known, place);
    if (messages.length >= limits.pageRowsDefault || !(hasOlder || hasNewer)) return;
    await pages.load(conversationId, placeOf(known, place));
  };
  const complete = (conversationId: number): void => {
    const opening = openings.get(conversationId);
    if (opening) completeAt(conversationId, opening.place).catch(() => {});
  };
  const stand = (conversationId: number, place: Anchor): Promise<void> => {
    const opening = openings.get(conversationId);
    if (opening) opening.place = place;
    return completeAt(conversationId, place);
  };
  const open = (conversationId: number, at: number | undefined): Opening => {
    const opening = openings.get(conversationId) ?? { count: 0, place: 'end' };
    opening.count += 1;
    opening.place = at ?? opening.place;
    openings.set(conversationId, opening);
    return opening;
  };
  const close = (conversationId: number, opening: Opening): void => {
    opening.count -= 1;
    if (opening.count > 0) return;
    openings.delete(conversationId);
    tended.delete(conversationId);
    context.fold((chat) => trimMessages(chat, conversationId));
  };

  return {
    openConversation(conversationId, at) {
      const opening = open(conversationId, at);
      context.fold((chat) => foldWanted(chat, conversationId));
      completeAt(conversationId, at ?? 'end').catch(() => {});
      let isOpen = true;
      return () => {
        if (isOpen) close(conversationId, opening);
        isOpen = false;
      };
    },
    loadAround: stand,
    loadLatest: (conversationId) => stand(conversationId, 'end'),
    async loadOlder(conversationId, beforeSeq) {
      const known = find(conversationId);
      const run = known && runAt(known, beforeSeq ?? 'end');
      if (!run?.hasOlder) return;
      const before = run.messages[0]?.seq ?? beforeSeq;
      await pages.load(conversationId, before === undefined ? {} : { before });
    },
    async loadNewer(conversationId, afterSeq) {
      const known = find(conversationId);
      const run = known && runAt(known, afterSeq);
      if (!run?.hasNewer) return;
      await pages.load(conversationId, { after: run.messages.at(-1)?.seq ?? afterSeq });
    },
    isOpen: (conversationId) => openings.has(conversationId),
    async reload(conversationId) {
      const known = find(conversationId);
      const place = openings.get(conversationId)?.place ?? 'end';
      const places: PagePlace[] = known && place !== 'end' ? [{}, placeOf(known, place)] : [{}];
      await pages.reload(conversationId, places);
    },
    dropAsked() {
      pages.dropAsked();
      tended.clear();
    },
    restart() {
      for (const conversationId of openings.keys()) {
        context.fold((chat) => foldWanted(chat, conversationId));
        complete(conversationId);
      }
    },
    complete,
    tend() {
      for (const [conversationId, { place }] of openings) {
        const known = find(conversationId);
        const standing = known && standingOf(known, place);
        // Not twice from where it stands: what a page did not bring, the same page will not.
        if (standing === undefined || standing === tended.get(conversationId)) continue;
        tended.set(conversationId, standing);
        complete(conversationId);
      }
    },
  };
}

const placeOf = (known: ConversationState, place: Anchor): PagePlace =>
  place === 'end' ? {} : { around: nearestSeq(known, place) };
