import { afterPaint } from './after-paint.ts';

/** How long after each key press the next frame came, until it is stopped. */
export class KeyWatch {
  readonly #painted: Promise<number>[] = [];

  constructor() {
    addEventListener('keydown', this.#onKeyDown, { capture: true });
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    this.#painted.push(afterPaint().then((paintedAt) => paintedAt - event.timeStamp));
  };

  stop(): Promise<number[]> {
    removeEventListener('keydown', this.#onKeyDown, { capture: true });
    return Promise.all(this.#painted);
  }
}
