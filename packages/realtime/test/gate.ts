/** Makes callers wait until it is opened. */
export class Gate {
  #opened = Promise.resolve();
  #open: () => void = () => {};

  close(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#opened = promise;
    this.#open = resolve;
  }

  release(): void {
    this.#open();
  }

  /** Reads at once, answers when the gate is open: what was read may be old by then. */
  async after<T>(read: Promise<T>): Promise<T> {
    const answer = await read;
    await this.#opened;
    return answer;
  }
}
