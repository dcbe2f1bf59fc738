// @vitest-environment jsdom
import { Virtualizer } from '@tanstack/react-virtual';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScrollPace } from '../src/message-list/scroll-pace.ts';
import { stubLayout } from './in-chat.tsx';

const viewPx = 720;

beforeEach(() => {
  vi.useFakeTimers();
  stubLayout();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A list on a screen of 720 pixels, and its pace after each place that it is scrolled to. */
function openList() {
  const scroller = document.createElement('div');
  Object.defineProperty(scroller, 'scrollHeight', { value: 720_000 });
  const pace = createScrollPace();
  const list = new Virtualizer<HTMLDivElement, HTMLDivElement>({
    count: 10_000,
    estimateSize: () => 72,
    getScrollElement: () => scroller,
    scrollToFn: pace.scrollTo,
    observeElementRect: (_, tell) => tell({ width: 360, height: viewPx }),
    observeElementOffset: pace.observe,
  });
  list._didMount();
  list._willUpdate();
  list.getVirtualItems();
  const scrollTo = (top: number) => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
    return { isLeap: pace.isLeap, isFlight: pace.isFlight };
  };
  const sendTo = (top: number) => {
    list.scrollToOffset(top);
    return scrollTo(top);
  };
  return { pace, list, scrollTo, sendTo };
}

const walk = { isLeap: false, isFlight: false };
const sent = { isLeap: true, isFlight: false };
const flight = { isLeap: true, isFlight: true };

describe('the pace of a list', () => {
  it('is no leap while something stays on the screen', () => {
    const { scrollTo } = openList();
    expect(scrollTo(viewPx)).toEqual(walk);
    expect(scrollTo(2 * viewPx)).toEqual(walk);
    expect(scrollTo(viewPx)).toEqual(walk);
  });

  it('is a flight where all that is on the screen is new', () => {
    const { scrollTo } = openList();
    expect(scrollTo(5 * viewPx)).toEqual(flight);
    expect(scrollTo(10 * viewPx)).toEqual(flight);
  });

  it('is no flight where the list is sent to another place, unless it flies on from there', () => {
    const { scrollTo, sendTo } = openList();
    expect(sendTo(5 * viewPx)).toEqual(sent);
    expect(scrollTo(10 * viewPx)).toEqual(flight);
    expect(sendTo(20 * viewPx)).toEqual(flight);
  });

  it('is no flight where the list is sent on before it has come to rest', () => {
    const { sendTo } = openList();
    expect(sendTo(5 * viewPx)).toEqual(sent);
    expect(sendTo(10 * viewPx)).toEqual(sent);
    expect(sendTo(5 * viewPx)).toEqual(sent);
  });

  it('is a flight however often the place is corrected meanwhile', () => {
    const { pace, list, scrollTo } = openList();
    for (const top of [5 * viewPx, 10 * viewPx]) {
      pace.scrollTo(list.scrollOffset ?? 0, { adjustments: 25 }, list);
      expect(scrollTo(top)).toEqual(flight);
    }
  });

  it('is neither once it slows down', () => {
    const { scrollTo } = openList();
    scrollTo(5 * viewPx);
    scrollTo(10 * viewPx);
    expect(scrollTo(10.5 * viewPx)).toEqual(walk);
  });

  it('is neither once it rests', () => {
    const { pace, scrollTo } = openList();
    scrollTo(5 * viewPx);
    scrollTo(10 * viewPx);
    vi.advanceTimersByTime(1_000);
    expect(pace).toMatchObject(walk);
  });
});
