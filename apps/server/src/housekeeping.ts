import type { Chat } from '@vibe/chat';
import type { Logger } from 'pino';

interface HousekeepingDeps {
  chat: Pick<Chat, 'forgetExpiredSessions'>;
  /** So that the database knows what is in it. */
  refreshStatistics(): Promise<void>;
  log: Logger;
}

const usualIntervalMs = 10 * 60_000;

/**
 * Clears away, now and then, what nobody can refer to any more, and has the database count the rest. Every instance does: where
 * two meet, each takes what the other left. Returns what ends it, and waits for a round that is under way.
 */
export function keepHouse(
  { chat, refreshStatistics, log }: HousekeepingDeps,
  intervalMs: number = usualIntervalMs,
): () => Promise<void> {
  const end = new AbortController();
  let timer: NodeJS.Timeout;
  let round = Promise.resolve();

  const tidy = async (): Promise<void> => {
    try {
      const count = await chat.forgetExpiredSessions(end.signal);
      if (count > 0) log.info({ count }, 'deleted sessions that expired long ago');
      if (!end.signal.aborted) await refreshStatistics();
    } catch (err) {
      log.warn({ err }, 'the housekeeping failed; the next round tries again');
    }
    if (!end.signal.aborted) wait();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      round = tidy();
    }, intervalMs).unref();
  };

  wait();
  return () => {
    end.abort();
    clearTimeout(timer);
    return round;
  };
}
