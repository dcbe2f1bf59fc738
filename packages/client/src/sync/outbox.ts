import { createBackoff } from '../backoff.ts';
import { describeFailure } from '../chat-failure.ts';
import { newClientId } from '../client-id.ts';
import type { PendingMessage } from '../folds/chat-state.ts';
import { foldMessage } from '../folds/fold-message.ts';
import { dropPending, foldPending } from '../folds/fold-pending.ts';
import { wait } from '../wait.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Sends each message until it is acknowledged, always under the same `clientId`, so that it is stored once. A
 * conversation's go one after the other, in the order they were written; one that was refused for good holds up none.
 */
export interface Outbox {
  /** Returns the `clientId`. The message stands in `pending` until it is stored. */
  send(conversationId: number, content: string): string;
  /** Tries one again that was refused for good. */
  retry(conversationId: number, clientId: string): void;
  /** Changes one that was refused for good, and tries it again. */
  editPending(conversationId: number, clientId: string, content: string): void;
  /** Goes on with one that an earlier page left; one that was refused for good waits for the person. */
  resume(conversationId: number, pending: PendingMessage): void;
  /** Forgets one that was refused, or not sent yet. */
  discard(conversationId: number, clientId: string): void;
}

export function createOutbox(context: SyncContext): Outbox {
  const lines = new Map<number, Promise<void>>();

  /** Null once it is stored, or not wanted any more. */
  const findPending = (conversationId: number, clientId: string): PendingMessage | null => {
    const pending = context.store.getState().chat.pending.get(conversationId) ?? [];
    return pending.find((each) => each.clientId === clientId) ?? null;
  };

  const deliver = async (conversationId: number, clientId: string, signal: AbortSignal): Promise<void> => {
    const backoff = createBackoff();
    while (!signal.aborted) {
      const pending = findPending(conversationId, clientId);
      if (!pending) return;
      const waitMs = await attempt(conversationId, pending);
      if (waitMs === null) return;
      await wait(Math.max(backoff.nextMs(), waitMs), signal);
    }
  };
  /** How long to wait at least before the next try; null when it is settled. */
  const attempt = async (conversationId: number, pending: PendingMessage): Promise<number | null> => {
    const { clientId, content } = pending;
    try {
      const message = await context.api.message.send.mutate({ conversationId, clientId, content });
      context.fold((chat) => foldMessage(chat, { message }));
      return null;
    } catch (error) {
      const { code, message, isRetryable, retryAfterMs } = describeFailure(error);
      if (isRetryable || code === null || code === 'UNAUTHENTICATED') return retryAfterMs ?? 0;
      context.fold((chat) =>
        // Of a conversation left while the page was away, nobody would ever see that it failed.
        code === 'NOT_FOUND' && !chat.conversations.has(conversationId)
          ? dropPending(chat, conversationId, clientId)
          : foldPending(chat, conversationId, { ...pending, failure: { code, message } }),
      );
      return null;
    }
  };
  const enqueue = (conversationId: number, pending: PendingMessage): void => {
    context.fold((chat) => foldPending(chat, conversationId, pending));
    const before = lines.get(conversationId) ?? Promise.resolve();
    const signal = context.lifeSignal;
    lines.set(
      conversationId,
      before.then(() => deliver(conversationId, pending.clientId, signal)),
    );
  };

  return {
    send(conversationId, content) {
      const clientId = newClientId();
      enqueue(conversationId, { clientId, content, createdAt: new Date().toISOString(), failure: null });
      return clientId;
    },
    retry(conversationId, clientId) {
      const pending = findPending(conversationId, clientId);
      if (pending?.failure) enqueue(conversationId, { ...pending, failure: null });
    },
    editPending(conversationId, clientId, content) {
      const pending = findPending(conversationId, clientId);
      if (pending?.failure) enqueue(conversationId, { ...pending, content, failure: null });
    },
    resume(conversationId, pending) {
      if (findPending(conversationId, pending.clientId)) return;
      if (pending.failure) context.fold((chat) => foldPending(chat, conversationId, pending));
      else enqueue(conversationId, pending);
    },
    discard(conversationId, clientId) {
      context.fold((chat) => dropPending(chat, conversationId, clientId));
    },
  };
}
