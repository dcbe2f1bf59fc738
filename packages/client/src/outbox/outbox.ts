import { pageLocks } from '../locks/page-locks.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { createCourier } from './courier.ts';
import { acknowledged } from './deeds.ts';
import { foldOutbox } from './fold-outbox.ts';
import { sentMessage } from './known-message.ts';
import { lockTurn } from './lock-turn.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { createMessageChanges, type MessageChanges } from './message-changes.ts';
import { createOutboxEntries } from './outbox-entries.ts';
import type { OpenOutbox, OutboxStore } from './outbox-store.ts';
import { createPendingSends, type EditorParts, type PendingSends } from './pending-sends.ts';
import { createReadMark, type ReadMark } from './read-mark.ts';
import { tolerantOutbox } from './tolerant-outbox.ts';
import { freeTurn, type Turn } from './turn.ts';

/** What people do and the server has not acknowledged: kept first, shown at once, done in order, and once. */
export interface Outbox {
  actions: PendingSends & Omit<MessageChanges, 'changeUnacknowledged'> & ReadMark;
  /** To be called after each load of everything: the first time, the person's store is opened, and gone on with. */
  open(): void;
  /** To be called after each change. */
  tend(): void;
  /** Forgets all of it. */
  clear(): void;
}

/** @param openStore Null: it is kept in memory. */
export function createOutbox(context: SyncContext, openStore: OpenOutbox | null): Outbox {
  const { store, lifeSignal } = context;
  const chat = () => store.getState().chat;
  let openFor: (userId: number) => void = () => {};
  const opened = new Promise<OutboxStore>((resolve) => {
    openFor = (userId) => resolve(tolerantOutbox(openStore ?? memoryOutbox(), userId));
  });
  if (!openStore) openFor(0);

  const entries = createOutboxEntries(opened, () => {
    if (!lifeSignal.aborted) context.fold((state) => foldOutbox(state, entries.list()));
  });
  const sending = opened.then((kept) => sendingOf(kept, lifeSignal));
  let takesTurns = true;
  const courier = createCourier({
    context,
    entries,
    turn: sending.then(({ turn }) => turn),
    isOwn: ({ id }) => takesTurns || entries.isOwn(id),
  });
  const parts: EditorParts = { entries, chat, wake: courier.wake };
  const { changeUnacknowledged, ...changes } = createMessageChanges(parts);

  /** Goes on with what an earlier page left, and with what the others leave. */
  const follow = async (): Promise<void> => {
    const kept = await opened;
    takesTurns = (await sending).takesTurns;
    const look = () => {
      if (!lifeSignal.aborted) entries.refresh().then(courier.wake, () => {});
    };
    const stop = kept.subscribe(look);
    lifeSignal.addEventListener('abort', stop, { once: true });
    look();
  };
  /** The stream may tell of a message before the answer to its send comes. */
  const acknowledge = (): void => {
    for (const entry of entries.list()) {
      const message = entry.kind === 'send' && sentMessage(chat(), entry.conversationId, entry.id);
      if (!message) continue;
      void entries.change(...acknowledged(entries.list(), entry, message));
      courier.hurry();
    }
  };

  let before = store.getState();
  let isFollowed = openStore === null;
  lifeSignal.addEventListener('abort', () => void entries.close(), { once: true });
  return {
    actions: {
      ...createPendingSends(parts, { ...changes, changeUnacknowledged }),
      ...changes,
      ...createReadMark(parts),
    },
    open() {
      if (isFollowed) return;
      isFollowed = true;
      openFor(chat().userId);
      follow().catch(() => {});
    },
    tend() {
      const previous = before;
      before = store.getState();
      if (lifeSignal.aborted) return;
      if (before.chat.pending !== previous.chat.pending) acknowledge();
      if (before.connection === 'live' && previous.connection !== 'live') courier.hurry();
    },
    clear: () => void entries.clear(),
  };
}

/** Where nobody can be waited for, each sends for itself. */
function sendingOf({ sharedAs }: OutboxStore, lifeSignal: AbortSignal): { turn: Turn; takesTurns: boolean } {
  const locks = sharedAs === null ? null : pageLocks();
  const turn = locks && sharedAs !== null ? lockTurn(locks, sharedAs, lifeSignal) : freeTurn(lifeSignal);
  return { turn, takesTurns: locks !== null || sharedAs === null };
}
