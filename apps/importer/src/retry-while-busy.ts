import { setTimeout as sleep } from 'node:timers/promises';
import { ChatError } from '@vibe/chat';

const attempts = 10;
const pauseMs = 500;

/** Runs it again as long as others keep the database busy, for half a minute or so. */
export async function retryWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isBusy = error instanceof ChatError && error.data.code === 'BUSY';
      if (!isBusy || attempt === attempts) throw error;
      await sleep(pauseMs);
    }
  }
}
