import type { ChatApi } from '../api.ts';
import { createStore, type Store } from '../store.ts';
import { createActions } from './actions.ts';
import { createAnswerWindow } from './answer-window.ts';
import { createContext } from './create-context.ts';
import { createDeliveries } from './deliveries.ts';
import { createHistory, type History } from './history.ts';
import { loadMoreConversations } from './load-more-conversations.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPresence, type PresenceSync } from './presence.ts';
import { createMarker } from './read-marks.ts';
import { runSyncLoop } from './sync-loop.ts';
import { initialSyncState, type SyncState } from './sync-state.ts';
import { createTender } from './tend-conversations.ts';
import { createTyping, type Typing } from './typing.ts';

type Actions = ReturnType<typeof createActions>;

/** One person's chats, kept as the server has them, and all that the person can do with them. */
export interface ChatSync
  extends Pick<Store<SyncState>, 'getState' | 'subscribe'>,
    Pick<History, 'openConversation' | 'loadOlder'>,
    Pick<PresenceSync, 'followPresence' | 'setAway'>,
    Outbox,
    Typing,
    Actions {
  /** Loads everything and keeps it current, until the client is closed. */
  start(): void;
  /** The next page of the list, if there is one. */
  loadMoreConversations(): Promise<void>;
  /** The person has seen everything up to that seq. */
  markRead(conversationId: number, seq: number): void;
}

/** @param lifeSignal Ends all of it, for good. */
export function createSync(
  api: ChatApi,
  lifeSignal: AbortSignal,
): { sync: ChatSync; store: Store<SyncState> } {
  const store = createStore(initialSyncState);
  const answers = createAnswerWindow();
  const { context, beginLoad } = createContext(api, store, answers, lifeSignal);
  const history = createHistory(context);
  const tender = createTender(context, history);
  const presence = createPresence(context);
  let isStarted = false;

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    store.subscribe(tender.tend);
    store.subscribe(history.tend);
    store.subscribe(createDeliveries(context));
    const onLoaded = () => {
      history.restart();
      tender.restart();
    };
    const parts = { context, answers, onLoading: beginLoad, onLoaded, onReady: presence.announce };
    // It handles every failure of its own calls.
    void runSyncLoop(parts, lifeSignal);
  };

  const sync: ChatSync = {
    getState: store.getState,
    subscribe: store.subscribe,
    start,
    openConversation: history.openConversation,
    loadOlder: history.loadOlder,
    loadMoreConversations: () => loadMoreConversations(context),
    markRead: createMarker(context, 'read').mark,
    followPresence: presence.followPresence,
    setAway: presence.setAway,
    ...createTyping(context),
    ...createOutbox(context),
    ...createActions(context),
  };
  return { sync, store };
}
