import type { ChatApi } from '../api.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import type { OpenOutbox } from '../outbox/outbox-store.ts';
import { createStore, type Store } from '../store.ts';
import { type Account, createAccount } from './account.ts';
import { createActions } from './actions.ts';
import { createAnswerWindow } from './answer-window.ts';
import { type ConversationList, createConversationList } from './conversation-list.ts';
import { createContext } from './create-context.ts';
import { createDeliveries } from './deliveries.ts';
import { createHistory, type History } from './history.ts';
import { createMembers, type Members } from './members.ts';
import { createPause } from './pause.ts';
import { createPresence, type PresenceSync } from './presence.ts';
import { runSyncLoop, type SyncLoopParts } from './sync-loop.ts';
import { initialSyncState, type SyncState } from './sync-state.ts';
import { createTender } from './tend-conversations.ts';
import { createTrimming } from './trimming.ts';
import { createTyping, type Typing } from './typing.ts';

type OutboxActions = Outbox['actions'];

/** One person's chats, kept as the server has them, and all that the person can do with them. */
export interface ChatSync
  extends Pick<Store<SyncState>, 'getState' | 'subscribe'>,
    OutboxActions,
    Pick<History, 'openConversation' | 'loadAround' | 'loadLatest' | 'loadOlder' | 'loadNewer'>,
    Pick<ConversationList, 'loadMoreConversations'>,
    Pick<PresenceSync, 'followPresence' | 'setAway'>,
    Typing,
    ReturnType<typeof createActions>,
    Account,
    Members {
  /** Loads everything and keeps it current, until the client is closed. */
  start(): void;
  /** While everything cannot be loaded: tries again now, and not when the next try is due. */
  loadNow(): void;
}

export interface SyncOptions {
  /** The server has ended the session, and nobody here has noticed yet. */
  endSession?: () => Promise<void>;
  /** Where what is on its way outlives the page; by default it does not. */
  storage?: OpenOutbox | null;
}

/** @param lifeSignal Ends all of it, for good. */
export function createSync(
  api: ChatApi,
  lifeSignal: AbortSignal,
  { endSession = async () => {}, storage = null }: SyncOptions = {},
): { sync: ChatSync; store: Store<SyncState>; signOut(): void } {
  const store = createStore(initialSyncState);
  const answers = createAnswerWindow();
  const { context, dropAsked } = createContext(api, store, answers, lifeSignal);
  const history = createHistory(context);
  const list = createConversationList(context);
  const tender = createTender(context, history);
  const outbox = createOutbox(context, storage);
  const presence = createPresence(context);
  const pause = createPause(lifeSignal);
  let isStarted = false;
  store.subscribe(outbox.tend);

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    store.subscribe(tender.tend);
    store.subscribe(history.tend);
    store.subscribe(createDeliveries(context));
    store.subscribe(createTrimming(context, history.isOpen));
    const parts: SyncLoopParts = {
      context,
      answers,
      dropAsked() {
        dropAsked();
        history.dropAsked();
        list.dropAsked();
      },
      onLoaded() {
        outbox.open();
        tender.restart();
        history.restart();
        list.loadRest();
      },
      onReady: presence.announce,
      pause,
    };
    // It handles every failure of its own calls.
    void runSyncLoop(parts, lifeSignal);
  };

  const sync: ChatSync = {
    getState: store.getState,
    subscribe: store.subscribe,
    start,
    loadNow: pause.end,
    openConversation: history.openConversation,
    loadAround: history.loadAround,
    loadLatest: history.loadLatest,
    loadOlder: history.loadOlder,
    loadNewer: history.loadNewer,
    loadMoreConversations: list.loadMoreConversations,
    followPresence: presence.followPresence,
    setAway: presence.setAway,
    ...createTyping(context),
    ...outbox.actions,
    ...createActions(context),
    ...createAccount(context, endSession),
    ...createMembers(context),
  };
  return {
    sync,
    store,
    /** Nobody is signed in any more: nothing of theirs is shown, or kept. */
    signOut() {
      outbox.clear();
      store.update(() => ({ ...initialSyncState, connection: 'signedOut' }));
    },
  };
}
