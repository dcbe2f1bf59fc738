import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { announceSignIn, onSignInElsewhere } from '../src/session/sign-in-news.ts';

it('news of a sign-in reach the other tabs, and not the one that they come from', async () => {
  const heard = vi.fn();
  const stop = onSignInElsewhere(heard);
  using other = new Tab();

  const arrival = other.next();
  announceSignIn();
  await arrival;
  expect(heard).not.toHaveBeenCalled();

  other.announce();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  stop();
});

/** The same page in another tab. */
class Tab {
  readonly #channel = new BroadcastChannel('vibe-chat:session');

  async next(): Promise<void> {
    await once(this.#channel, 'message');
  }
  announce(): void {
    this.#channel.postMessage('signedIn');
  }
  [Symbol.dispose](): void {
    this.#channel.close();
  }
}
