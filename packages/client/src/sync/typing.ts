import { limits, type TypingEvent } from '@vibe/contract';
import { keepSubscribed } from './keep-subscribed.ts';
import type { SyncContext } from './sync-context.ts';
import { createTypingStreams } from './typing-streams.ts';

/** Who types, and telling it. All of it may be lost without harm. */
export interface Typing {
  /** Keeps `SyncState.typing` current for that conversation, until the returned function is called. */
  followTyping(conversationId: number): () => void;
  /** The same for all conversations, over one stream, which then serves `followTyping` too. */
  followAllTyping(): () => void;
  /** To be called at every keystroke; the server hears of it now and then. */
  keystroke(conversationId: number): void;
  /** The draft was sent, or emptied. */
  stopTyping(conversationId: number): void;
}

/** Twice within the time after which typing expires, so that one lost call does not make it flicker. */
const repeatMs = limits.typingExpiryMs / 2;

export function createTyping(context: SyncContext): Typing {
  const toldAt = new Map<number, number>();

  const show = ({ conversationId, userIds }: TypingEvent): void => {
    const others = userIds.filter((userId) => userId !== context.store.getState().chat.userId);
    context.store.update((state) => ({
      ...state,
      typing: new Map(state.typing).set(conversationId, others),
    }));
  };
  const hide = (conversationId: number | null): void =>
    context.store.update((state) => {
      const typing = new Map(conversationId === null ? [] : state.typing);
      if (conversationId !== null) typing.delete(conversationId);
      return typing.size === state.typing.size ? state : { ...state, typing };
    });
  const open = (conversationId: number | null): (() => void) => {
    const end = new AbortController();
    const signal = AbortSignal.any([end.signal, context.lifeSignal]);
    const hideAll = () => hide(conversationId);
    keepSubscribed(
      (ends, onAlive) =>
        context.api.typing.stream.subscribe(conversationId === null ? {} : { conversationId }, {
          ...ends,
          onData(event) {
            onAlive();
            show(event);
          },
        }),
      { signal, onEnd: hideAll },
    ).catch(hideAll);
    return () => {
      end.abort();
      hideAll();
    };
  };
  const streams = createTypingStreams(open);
  const tell = (conversationId: number, isTyping: boolean): void => {
    // While offline the socket would keep it, and tell it when it is long over.
    if (context.store.getState().connection !== 'live') return;
    context.api.typing.set.mutate({ conversationId, isTyping }).catch(() => {});
  };

  return {
    followTyping: streams.follow,
    followAllTyping: () => streams.follow(null),
    keystroke(conversationId) {
      const now = Date.now();
      if (now - (toldAt.get(conversationId) ?? 0) < repeatMs) return;
      toldAt.set(conversationId, now);
      tell(conversationId, true);
    },
    stopTyping(conversationId) {
      if (toldAt.delete(conversationId)) tell(conversationId, false);
    },
  };
}
