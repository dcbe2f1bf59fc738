import type { FoldedEvent } from '../folds/fold-event.ts';

/** Live events are folded at once. A replay may be thousands: it is folded in few steps, so that the screen is drawn few times. */
export interface EventBatch {
  add(event: FoldedEvent): void;
  /** What follows is live. */
  setLive(isLive: boolean): void;
  /** Forgets what waits. */
  clear(): void;
}

const maxEvents = 500;
/** A replay that is slow to come is shown as it comes. */
const maxWaitMs = 100;

export function createEventBatch(take: (events: FoldedEvent[]) => void): EventBatch {
  const events: FoldedEvent[] = [];
  let isLive = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
    return events.splice(0);
  };
  const flush = () => {
    const waiting = clear();
    if (waiting.length > 0) take(waiting);
  };
  return {
    add(event) {
      events.push(event);
      if (isLive || events.length >= maxEvents) flush();
      else timer ??= setTimeout(flush, maxWaitMs);
    },
    setLive(live) {
      isLive = live;
      if (live) flush();
    },
    clear,
  };
}
