import { describe, expect, it } from 'vitest';
import { changeFeed } from '../src/sync/change-feed.ts';
import { createFakeApi, refusal } from '../src/testing/fake-api.ts';

function openFeed() {
  const { api, streams } = createFakeApi({});
  const end = new AbortController();
  const feed = changeFeed(api, { cursor: 'c0', signal: end.signal });
  return { feed, end, streams, next: async () => (await feed.next()).value };
}

describe('the feed of changes', () => {
  it('gives each event with its cursor, also those that came while nobody asked', async () => {
    const { feed, streams, next } = openFeed();
    const first = next();
    expect(streams[0]?.input).toEqual({ cursor: 'c0' });
    streams[0]?.tell({ type: 'ready' }, 'c0');
    streams[0]?.tell({ type: 'caughtUp' }, 'c1');
    expect(await first).toEqual({ event: { type: 'ready' }, cursor: 'c0' });
    expect(await next()).toEqual({ event: { type: 'caughtUp' }, cursor: 'c1' });
    await feed.return();
    expect(streams[0]?.isOpen).toBe(false);
  });

  it('ends when it is told to', async () => {
    const { end, streams, next } = openFeed();
    const first = next();
    end.abort();
    expect(await first).toBeUndefined();
    expect(streams[0]?.isOpen).toBe(false);
  });

  it('fails where the server refuses it for good', async () => {
    const { streams, next } = openFeed();
    const first = next();
    streams[0]?.end(refusal('NOT_FOUND'));
    await expect(first).rejects.toThrow('NOT_FOUND');
  });
});
