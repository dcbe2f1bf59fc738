import { createBackoff } from '../backoff.ts';
import { describeFailure } from '../chat-failure.ts';
import { createPause, type Pause } from '../sync/pause.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { wait } from '../wait.ts';
import { finished, refused, removed, tried } from './deeds.ts';
import { sentMessage } from './known-message.ts';
import type { OutboxEntries } from './outbox-entries.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { type Answer, perform } from './perform.ts';
import type { Turn } from './turn.ts';

/** Takes what an outbox holds to the server, until it is acknowledged or refused for good. */
export interface Courier {
  /** To be called when there may be something to take. */
  wake(): void;
  /** The server can be reached again: what waits for its next try is tried now. */
  hurry(): void;
}

export interface CourierParts {
  context: SyncContext;
  entries: OutboxEntries;
  /** Resolves once the store is open. */
  turn: Promise<Turn>;
  /** Whether it is this one's business: where there are no turns, each takes its own. */
  isOwn(entry: OutboxEntry): boolean;
}

/** What has to go in order: all that is said in a conversation. How far one has read waits for nothing. */
const lineOf = ({ kind, conversationId }: OutboxEntry): string =>
  kind === 'read' ? `read ${conversationId}` : `${conversationId}`;

/** One thing at a time of each line, in order; what was refused for good holds up none. */
export function createCourier({ context, entries, turn, isOwn }: CourierParts): Courier {
  const { api, lifeSignal, fold, store } = context;
  const pauses = new Map<string, Pause>();

  const first = (line: string): OutboxEntry | undefined =>
    entries.list().find((entry) => entry.failure === null && lineOf(entry) === line && isOwn(entry));

  /** The stream has told already. */
  const knownAnswer = ({ kind, conversationId, id }: OutboxEntry): Answer | null => {
    const message = kind === 'send' && sentMessage(store.getState().chat, conversationId, id);
    return message ? { message, fold: (chat) => chat } : null;
  };
  /** How long to wait at least before the next try; null when it is settled, one way or the other. */
  const attempt = async (entry: OutboxEntry): Promise<number | null> => {
    try {
      const answer = knownAnswer(entry) ?? (await perform(api, entry, lifeSignal));
      if (answer) fold(answer.fold);
      await entries.change(...finished(entries.list(), entry, answer?.message ?? null));
      return null;
    } catch (error) {
      const { code, message, isRetryable, retryAfterMs } = describeFailure(error);
      if (isRetryable || code === null || code === 'UNAUTHENTICATED') return retryAfterMs ?? 0;
      // Nobody needs to know that they could not have read something.
      const isRead = entry.kind === 'read';
      await entries.change(
        ...(isRead ? [removed(entry)] : refused(entries.list(), entry, { code, message })),
      );
      return null;
    }
  };
  /** As far as it goes without waiting. */
  const carry = async (line: string, signal: AbortSignal): Promise<number | null> => {
    // While another tab had the turn, it may have been done.
    await entries.refresh();
    for (let entry = first(line); entry && !signal.aborted; entry = first(line)) {
      const kept = await entries.change(tried(entry));
      if (!kept || kept.failure || signal.aborted) continue;
      const waitMs = await attempt(kept);
      if (waitMs !== null) return waitMs;
    }
    return null;
  };
  const run = async (line: string, pause: Pause): Promise<void> => {
    const backoff = createBackoff();
    const { during } = await turn;
    while (first(line) && !lifeSignal.aborted) {
      const waitMs = await during((signal) => carry(line, signal));
      if (waitMs === null) backoff.reset();
      // A hint of the server's is kept to; other waits end when it can be reached again.
      else if (waitMs > 0) await wait(Math.max(waitMs, backoff.nextMs()), lifeSignal);
      else await pause.wait(backoff.nextMs());
    }
  };

  const wake = (): void => {
    if (lifeSignal.aborted) return;
    for (const line of new Set(entries.list().map(lineOf))) {
      if (pauses.has(line) || !first(line)) continue;
      const pause = createPause(lifeSignal);
      pauses.set(line, pause);
      run(line, pause)
        .then(() => {
          pauses.delete(line);
          wake();
        })
        .catch(() => pauses.delete(line));
    }
  };
  return {
    wake,
    hurry() {
      for (const pause of pauses.values()) pause.end();
    },
  };
}
