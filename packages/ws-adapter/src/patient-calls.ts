/** So many are begun before everything else has its turn: about a millisecond's worth. */
const perTurn = 16;

/**
 * Calls that can wait a moment. A crowd makes a thousand of them at once, as everybody who reads a message does; begun a few in
 * each turn of the event loop, in their order, they are overtaken by what somebody waits for.
 */
export class PatientCalls {
  #waiting: (() => void)[] = [];

  add(begin: () => void): void {
    if (this.#waiting.push(begin) === 1) setImmediate(this.#beginSome);
  }

  readonly #beginSome = (): void => {
    const begun = this.#waiting.splice(0, perTurn);
    if (this.#waiting.length > 0) setImmediate(this.#beginSome);
    for (const begin of begun) begin();
  };
}
