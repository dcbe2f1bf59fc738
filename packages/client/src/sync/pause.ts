import { wait } from '../wait.ts';

/** A wait between two tries that somebody may cut short. */
export interface Pause {
  wait(ms: number): Promise<void>;
  end(): void;
}

export function createPause(signal: AbortSignal): Pause {
  let cut = new AbortController();
  return {
    async wait(ms) {
      cut = new AbortController();
      await wait(ms, AbortSignal.any([cut.signal, signal]));
    },
    end: () => cut.abort(),
  };
}
