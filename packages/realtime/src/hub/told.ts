/**
 * Which states were handed to the streams, so that the sweep does not hand them over again. A repeat would be harmless,
 * but each send moves its sender's receipt, and every reader of every conversation would hear it a second time.
 *
 * A state is forgotten when a sweep that began after it no longer found it: the mark has passed it.
 */
export class Told {
  readonly #sweepByState = new Map<string, number>();
  #sweep = 0;

  /** Whether it was handed over already; asking keeps it for another sweep. */
  has(state: string): boolean {
    if (!this.#sweepByState.has(state)) return false;
    this.remember(state);
    return true;
  }

  remember(state: string): void {
    this.#sweepByState.set(state, this.#sweep);
  }

  sweepBegins(): void {
    this.#sweep += 1;
  }

  /** Only after a sweep that succeeded. */
  sweepEnds(): void {
    for (const [state, sweep] of this.#sweepByState) {
      if (sweep < this.#sweep) this.#sweepByState.delete(state);
    }
  }
}
