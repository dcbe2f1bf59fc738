import { limits, type TypingEvent } from '@vibe/contract';
import { keepSubscribed } from './keep-subscribed.ts';
import type { SyncContext } from './sync-context.ts';

/** Who types, and telling it. All of it may be lost without harm. */
export interface Typing {
  /** Keeps `SyncState.typing` current for that conversation, until the returned function is called. */
  followTyping(conversationId: number): () => void;
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
  const tell = (conversationId: number, isTyping: boolean): void => {
    // While offline the socket would keep it, and tell it when it is long over.
    if (context.store.getState().connection !== 'live') return;
    context.api.typing.set.mutate({ conversationId, isTyping }).catch(() => {});
  };

  return {
    followTyping(conversationId) {
      const end = new AbortController();
      const signal = AbortSignal.any([end.signal, context.lifeSignal]);
      const hide = () => show({ type: 'typing.changed', conversationId, userIds: [] });
      keepSubscribed(
        (ends, onAlive) =>
          context.api.typing.stream.subscribe(
            { conversationId },
            {
              ...ends,
              onData(event) {
                onAlive();
                show(event);
              },
            },
          ),
        { signal, onEnd: hide },
      ).catch(hide);
      return () => {
        end.abort();
        hide();
      };
    },
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
