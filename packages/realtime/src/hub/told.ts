/**
 * Which states were handed to the streams, so that they are not handed over again. A repeat would be harmless, but each
 * send moves its sender's receipt, and every reader of every conversation would hear it a second time.
 *
 * A state is forgotten when a sweep that began after it no longer found it: the mark has passed it. One that a late notice
 * would bring again is remembered for some sweeps more.
 */
export class Told {
  /** By state: the sweep up to which it is kept. */
  readonly #keptUntil = new Map<string, number>();
  #sweep = 0;

  /** Whether it was handed over already; asking keeps it for another sweep. */
  has(state: string): boolean {
    const keptUntil = this.#keptUntil.get(state);
    if (keptUntil === undefined) return false;
    this.#keptUntil.set(state, Math.max(keptUntil, this.#sweep));
    return true;
  }

  /** @param moreSweeps So many after the one that is under way, or was last. */
  remember(state: string, moreSweeps = 0): void {
    this.#keptUntil.set(state, this.#sweep + moreSweeps);
  }

  sweepBegins(): void {
    this.#sweep += 1;
  }

  /** Only after a sweep that succeeded. */
  sweepEnds(): void {
    for (const [state, sweep] of this.#keptUntil) {
      if (sweep < this.#sweep) this.#keptUntil.delete(state);
    }
  }
}
