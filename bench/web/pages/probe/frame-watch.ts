export interface Frames {
  /** Whole milliseconds between consecutive animation frames: by fractions of one the same number of screens differs. */
  gaps: number[];
  /** What the browser itself calls long animation frames: those over 50 ms. */
  longFrames: { durationMs: number; scripts: string[] }[];
}

/** Everything that the main thread draws, until it is stopped. */
export class FrameWatch {
  readonly #frames: Frames = { gaps: [], longFrames: [] };
  readonly #observer = new PerformanceObserver((list) => this.#note(list.getEntries()));
  #lastAt: number | null = null;
  #isOn = true;

  constructor() {
    this.#observer.observe({ type: 'long-animation-frame' });
    requestAnimationFrame(this.#onFrame);
  }

  readonly #onFrame = (at: number): void => {
    if (!this.#isOn) return;
    if (this.#lastAt !== null) this.#frames.gaps.push(Math.round(at - this.#lastAt));
    this.#lastAt = at;
    requestAnimationFrame(this.#onFrame);
  };

  #note(entries: PerformanceEntryList): void {
    for (const entry of entries) {
      this.#frames.longFrames.push({ durationMs: entry.duration, scripts: scriptsOf(entry) });
    }
  }

  stop(): Frames {
    this.#note(this.#observer.takeRecords());
    this.#observer.disconnect();
    this.#isOn = false;
    return this.#frames;
  }
}

interface ScriptTiming {
  invoker: string;
  duration: number;
  forcedStyleAndLayoutDuration: number;
}

/** Which scripts made it long: not in the DOM's types yet. */
function scriptsOf(entry: PerformanceEntry): string[] {
  const { scripts = [] }: PerformanceEntry & { scripts?: readonly ScriptTiming[] } = entry;
  return scripts.map(
    ({ invoker, duration, forcedStyleAndLayoutDuration }) =>
      `${invoker}: ${Math.round(duration)} ms, layout in it ${Math.round(forcedStyleAndLayoutDuration)} ms`,
  );
}
