/** What may be on its way, unanswered: a few seconds' worth, while it is not yet known that who should take it hangs. */
const maxCharacters = 4 * 1024 * 1024;
const maxNotices = 10_000;
/** A notice beyond this holds others up for longer than a sweep takes to find what it tells. */
const maxNoticeCharacters = 1024 * 1024;

/** Bounds what waits to be taken: what does not fit is not sent. */
export class SendWindow {
  #characters = 0;
  #notices = 0;

  /** False when there was no room. */
  offer(text: string, send: () => Promise<unknown>): boolean {
    const isFull = this.#characters + text.length > maxCharacters || this.#notices >= maxNotices;
    if (isFull || text.length > maxNoticeCharacters) return false;
    this.#characters += text.length;
    this.#notices += 1;
    const settle = () => {
      this.#characters -= text.length;
      this.#notices -= 1;
    };
    // It is lost either way; who has gone is noticed elsewhere.
    send().then(settle, settle);
    return true;
  }
}
