import { afterPaint } from './after-paint.ts';
import { elementWith, shownMessage } from './messages-region.ts';

/** How far a message in the middle of the screen gets from where it stood, looked at after each paint. */
export class AnchorWatch {
  readonly #mark: string;
  readonly #stoodAt: number;
  #element: Element;
  #worstPx = 0;
  #samples = 0;
  #isOn = true;

  constructor() {
    const shown = shownMessage();
    if (!shown) throw new Error('no message is on the screen');
    this.#mark = shown.mark;
    this.#element = shown.element;
    this.#stoodAt = topOf(shown.element);
    void this.#look();
  }

  async #look(): Promise<void> {
    while (this.#isOn) {
      await afterPaint();
      this.#worstPx = Math.max(this.#worstPx, Math.abs(this.#top() - this.#stoodAt));
      this.#samples += 1;
    }
  }

  /** A message that is nowhere any more has gone as far as one can. */
  #top(): number {
    if (!this.#element.isConnected) this.#element = elementWith(this.#mark) ?? this.#element;
    return this.#element.isConnected ? topOf(this.#element) : this.#stoodAt + innerHeight;
  }

  stop(): { worstPx: number; samples: number } {
    this.#isOn = false;
    return { worstPx: this.#worstPx, samples: this.#samples };
  }
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;
