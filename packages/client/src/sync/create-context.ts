import type { ChatApi } from '../api.ts';
import type { ChatState } from '../folds/chat-state.ts';
import type { Store } from '../store.ts';
import type { AnswerWindow } from './answer-window.ts';
import { withOwnProfile } from './own-profile.ts';
import { retrying } from './retrying.ts';
import type { SyncContext } from './sync-context.ts';
import type { SyncState } from './sync-state.ts';

export function createContext(
  api: ChatApi,
  store: Store<SyncState>,
  answers: AnswerWindow,
  lifeSignal: AbortSignal,
): { context: SyncContext; dropAsked(): void } {
  let load = new AbortController();
  let underWay = new Map<string, Promise<void>>();

  const fold = (change: (chat: ChatState) => ChatState): void =>
    store.update((state) => {
      const chat = change(state.chat);
      return chat === state.chat ? state : withOwnProfile({ ...state, chat });
    });
  const ask: SyncContext['ask'] = async (call, foldAnswer) => {
    const signal = AbortSignal.any([load.signal, lifeSignal]);
    const change = await answers.during(() => retrying(call, signal), foldAnswer);
    if (!signal.aborted) fold(change);
  };
  const askOnce: SyncContext['askOnce'] = (key, call, foldAnswer) => {
    const calls = underWay;
    const before = calls.get(key);
    if (before) return before;
    const answered = ask(call, foldAnswer).finally(() => calls.delete(key));
    calls.set(key, answered);
    return answered;
  };
  return {
    context: { api, store, fold, ask, askOnce, lifeSignal },
    dropAsked() {
      load.abort();
      load = new AbortController();
      underWay = new Map();
    },
  };
}
