/** Who sends: of all that have one store open, one at a time. */
export interface Turn {
  /**
   * Does it once it is this one's turn; what is done at the same time shares the turn. The signal is aborted when the turn
   * was taken away: begin nothing more then.
   */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Where nobody else sends, or nobody can be waited for. */
export const freeTurn = (lifeSignal: AbortSignal): Turn => ({ during: (work) => work(lifeSignal) });
