import type { JSHandle, Page } from '@playwright/test';

/** What the messages on the screen did, looked at after each paint. */
export interface Steadiness {
  /** How far they moved from one paint to the next, where they did; downwards is positive. */
  moves: number[];
  /** Paints that showed no message, after one had been shown. */
  blanks: number;
  /** Paints that had no message in common with the one before: it cannot be told how far they moved. */
  cuts: number;
  paints: number;
}

export interface Watch {
  stop(): Promise<Steadiness>;
}

/** Watches the messages of the page from now on: it has looked once by the time that it resolves. */
export async function watchMessages(page: Page): Promise<Watch> {
  const watch: JSHandle<{ seen: Steadiness; stop(): Steadiness }> = await page.evaluateHandle(() => {
    const seen: Steadiness = { moves: [], blanks: 0, cuts: 0, paints: 0 };
    let isOn = true;
    let before = new Map<Element, number>();
    const take = (entries: IntersectionObserverEntry[]) => {
      const [first] = entries;
      // On a busy machine it tells late, and then also what has come or gone in the next frame.
      const ofOneFrame = entries.filter(({ time }) => time === first?.time);
      const places = new Map(
        ofOneFrame.map(({ target, boundingClientRect }) => [target, boundingClientRect]),
      );
      const screen = first?.boundingClientRect;
      const now = new Map<Element, number>();
      for (const [element, { top, bottom }] of places)
        if (element.matches('article') && screen && bottom > screen.top && top < screen.bottom)
          now.set(element, bottom);
      if (before.size > 0) compare(now);
      seen.paints += 1;
      if (now.size > 0 || before.size === 0) before = now;
    };
    const compare = (now: Map<Element, number>) => {
      const [kept] = [...before.keys()].filter((article) => now.has(article));
      if (now.size === 0) seen.blanks += 1;
      else if (!kept) seen.cuts += 1;
      else {
        const move = (now.get(kept) ?? 0) - (before.get(kept) ?? 0);
        if (Math.abs(move) > 0.1) seen.moves.push(Math.round(move * 10) / 10);
      }
    };
    // What it tells is taken in the frame itself, after all that measures and corrects there, and is what is painted: a task
    // after the frame could find what comes next, half done.
    const next = () => {
      const observer = new IntersectionObserver((entries) => {
        observer.disconnect();
        if (!isOn) return;
        take(entries);
        requestAnimationFrame(next);
      });
      const region =
        document.querySelector('[aria-label="Messages"]:not([aria-hidden="true"])') ?? document.body;
      for (const element of [region, ...region.querySelectorAll('article')]) observer.observe(element);
    };
    requestAnimationFrame(next);
    return {
      seen,
      stop() {
        isOn = false;
        return seen;
      },
    };
  });
  await page.waitForFunction(({ seen }) => seen.paints > 0, watch);
  return { stop: () => watch.evaluate((running) => running.stop()) };
}

/** What a list does whose messages stand still. */
export const still = { moves: [], blanks: 0, cuts: 0 };

export const sum = (moves: number[]): number => Math.round(moves.reduce((total, move) => total + move, 0));
