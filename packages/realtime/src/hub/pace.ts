import type { Bus } from '@vibe/chat';

/** How often the database is asked while the bus does not do its part. */
const quickMs = 250;
/** For so many sweeps it stays quick after one that had something to deliver: whoever wrote it rings no bus that we hear. */
const cautiousSweeps = 40;

export type Pace = 'usual' | 'quick';

interface PacingDeps {
  bus: Pick<Bus, 'isConnected'>;
  usualMs: number;
  changed(pace: Pace): void;
}

/**
 * How often to sweep. What the bus does not deliver waits for the sweep: so that one quickens while the bus is away, and
 * when it had to deliver what nobody rang for, since then others write whom no bus connects with us.
 */
export class Pacing {
  readonly #deps: PacingDeps;
  #pace: Pace = 'usual';
  #cautious = 0;

  constructor(deps: PacingDeps) {
    this.#deps = deps;
  }

  /** Until the next sweep. */
  get intervalMs(): number {
    const { usualMs } = this.#deps;
    return this.#pace === 'quick' ? Math.min(quickMs, usualMs) : usualMs;
  }

  /** A sweep ended. `missed`: it had to deliver what the bus had not. */
  swept(missed: boolean): void {
    this.#cautious = missed ? cautiousSweeps : Math.max(0, this.#cautious - 1);
    this.#become(this.#deps.bus.isConnected && this.#cautious === 0 ? 'usual' : 'quick');
  }

  #become(pace: Pace): void {
    if (pace === this.#pace) return;
    this.#pace = pace;
    this.#deps.changed(pace);
  }
}
