import type { DurableEvent } from '@vibe/contract';
import { createBackoff } from '../backoff.ts';
import { describeFailure } from '../chat-failure.ts';
import { foldEvent } from '../folds/fold-event.ts';
import type { AnswerWindow } from './answer-window.ts';
import { createEventBatch } from './event-batch.ts';
import { followChanges } from './follow-changes.ts';
import { loadEverything } from './load-everything.ts';
import type { Pause } from './pause.ts';
import type { SyncContext } from './sync-context.ts';
import type { Connection } from './sync-state.ts';

export interface SyncLoopParts {
  context: SyncContext;
  answers: AnswerWindow;
  /** When a load begins, and again when it is there: answers to what was asked before are not to be believed any more. */
  dropAsked(): void;
  onLoaded(): void;
  /** A new connection stands. */
  onReady(): void;
  /** Between a load that failed and the next one. */
  pause: Pause;
}

/** Loads everything, follows the changes, and begins anew when the stream cannot be resumed; until the signal is aborted. */
export async function runSyncLoop(parts: SyncLoopParts, signal: AbortSignal): Promise<void> {
  const { api, store } = parts.context;
  const backoff = createBackoff();
  const show = (connection: Connection) => store.update((state) => ({ ...state, ...lost, connection }));
  while (!signal.aborted) {
    try {
      parts.dropAsked();
      const loaded = await loadEverything(api, store.getState());
      if (signal.aborted) return;
      parts.dropAsked();
      store.update(loaded.replace);
      parts.onLoaded();
      backoff.reset();
      await follow(parts, loaded.cursor, signal);
    } catch (error) {
      if (signal.aborted) return;
      const { code, retryAfterMs } = describeFailure(error);
      if (code === 'UNAUTHENTICATED') return show('signedOut');
      show('offline');
      await parts.pause.wait(Math.max(backoff.nextMs(), retryAfterMs ?? 0));
    }
  }
}

/** What is known only while connected. */
const lost = { isCaughtUp: false, typing: new Map(), presences: new Map() };

/** Resolves when everything has to be loaded again, or the signal is aborted. */
async function follow(parts: SyncLoopParts, cursor: string, signal: AbortSignal): Promise<void> {
  const { api, store, fold } = parts.context;
  const restart = new AbortController();
  const batch = createEventBatch((events) => fold((chat) => events.reduce(foldEvent, chat)));

  const onConnection = (connection: Connection): void => {
    if (store.getState().connection === connection) return;
    const isLost = connection !== 'live';
    if (isLost) batch.setLive(false);
    store.update((state) => ({ ...state, ...(isLost && lost), connection }));
  };
  const onEvent = (event: DurableEvent): void => {
    switch (event.type) {
      case 'ready':
        parts.onReady();
        break;
      case 'caughtUp':
        batch.setLive(true);
        store.update((state) => (state.isCaughtUp ? state : { ...state, isCaughtUp: true }));
        break;
      case 'reset':
        restart.abort();
        break;
      default:
        parts.answers.record(event);
        batch.add(event);
    }
  };
  try {
    await followChanges(api, {
      cursor,
      onEvent,
      onConnection,
      signal: AbortSignal.any([signal, restart.signal]),
    });
  } finally {
    batch.clear();
  }
}
