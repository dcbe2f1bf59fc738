import type { ChatApi } from '../api.ts';
import type { ChatState } from '../folds/chat-state.ts';
import type { Store } from '../store.ts';
import type { AnswerWindow } from './answer-window.ts';
import { retrying } from './retrying.ts';
import type { SyncContext } from './sync-context.ts';
import type { SyncState } from './sync-state.ts';

export function createContext(
  api: ChatApi,
  store: Store<SyncState>,
  answers: AnswerWindow,
  lifeSignal: AbortSignal,
): { context: SyncContext; beginLoad(): void } {
  let load = new AbortController();

  const fold = (change: (chat: ChatState) => ChatState): void =>
    store.update((state) => {
      const chat = change(state.chat);
      return chat === state.chat ? state : { ...state, chat };
    });

  const context: SyncContext = {
    api,
    store,
    fold,
    lifeSignal,
    async ask(call, foldAnswer) {
      const signal = AbortSignal.any([load.signal, lifeSignal]);
      const change = await answers.during(() => retrying(call, signal), foldAnswer);
      if (!signal.aborted) fold(change);
    },
  };
  return {
    context,
    beginLoad() {
      load.abort();
      load = new AbortController();
    },
  };
}
