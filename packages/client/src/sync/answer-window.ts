import type { ChatState } from '../folds/chat-state.ts';
import { type FoldedEvent, foldEvent } from '../folds/fold-event.ts';

/**
 * An answer may be older than events that arrived while it was under way, and those may have found nothing to change: a
 * rename of a conversation that the answer brings. So they are folded once more, on top of it.
 */
export interface AnswerWindow {
  /** To be told every event. */
  record(event: FoldedEvent): void;
  /** Makes the call; what it resolves with folds the answer into the state, and then the events of the meantime. */
  during<T>(
    call: () => Promise<T>,
    fold: (chat: ChatState, answer: T) => ChatState,
  ): Promise<(chat: ChatState) => ChatState>;
}

export function createAnswerWindow(): AnswerWindow {
  const open = new Set<FoldedEvent[]>();
  return {
    record(event) {
      for (const events of open) events.push(event);
    },
    async during(call, fold) {
      const events: FoldedEvent[] = [];
      open.add(events);
      try {
        const answer = await call();
        return (chat) => events.reduce(foldEvent, fold(chat, answer));
      } finally {
        open.delete(events);
      }
    },
  };
}
