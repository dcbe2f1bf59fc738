const everyMs = 700;
/** Beats in a row without an echo. They are counted, not timed: a process that was held up blames nobody else for it. */
const patienceBeats = 3;

interface PulseDeps {
  /** Sends what should come back. */
  beat(): void;
  /** Nothing came back for `patienceBeats` beats. */
  stopped(): void;
}

/**
 * Sees that what is published is heard again. A Redis that hangs keeps its connections open and says nothing; only asking it,
 * all the way round, shows that it is gone. Disposing of it ends the beating.
 */
export class Pulse implements Disposable {
  readonly #timer: NodeJS.Timeout;
  readonly #deps: PulseDeps;
  #unheard = 0;

  constructor(deps: PulseDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => this.#next(), everyMs).unref();
    this.#next();
  }

  heard(): void {
    this.#unheard = 0;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #next(): void {
    if (this.#unheard >= patienceBeats) {
      this.#deps.stopped();
      return;
    }
    this.#unheard += 1;
    this.#deps.beat();
  }
}
