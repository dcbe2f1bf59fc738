import { describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '../src/index.ts';
import { places } from './outbox-stores.ts';

const base = { conversationId: 1, createdAt: '2026-01-01T00:00:00.000Z', isTried: false, failure: null };
const send = (id: string, content = id): OutboxEntry => ({ ...base, id, kind: 'send', content });
const every: OutboxEntry[] = [
  { ...send('s'), failure: { code: 'BLOCKED', message: 'No.' }, isTried: true },
  { ...base, id: 'e', kind: 'edit', messageId: 7, clientId: 's', content: 'mended', version: 3 },
  { ...base, id: 'd', kind: 'delete', messageId: null, clientId: 's' },
  { ...base, id: 'r', kind: 'read', seq: 4 },
];

describe.each(places)('an outbox in $name', ({ make }) => {
  it('has, when it is opened again, what was added, in that order', async () => {
    await using place = await make();
    const first = await place.open(1);
    for (const entry of every) await first.add(entry);
    first.close();
    const again = await place.open(1);
    expect(await again.list()).toEqual(every);
    again.close();
  });

  it('keeps the order of calls that were not waited for', async () => {
    await using place = await make();
    const store = await place.open(1);
    const ids = Array.from({ length: 20 }, (_, index) => `id ${index}`);
    await Promise.all(ids.map((id) => store.add(send(id))));
    expect((await store.list()).map(({ id }) => id)).toEqual(ids);
    store.close();
  });

  it('replaces what is added again where it stands', async () => {
    await using place = await make();
    const store = await place.open(1);
    await store.add(send('a'));
    await store.add(send('b'));
    await store.add(send('a', 'anew'));
    expect(await store.list()).toEqual([send('a', 'anew'), send('b')]);
    store.close();
  });

  it('changes what is there, and says what is kept', async () => {
    await using place = await make();
    const store = await place.open(1);
    await store.add(send('a'));
    await store.add(send('b'));
    expect(await store.update('a', (entry) => ({ ...entry, isTried: true }))).toEqual({
      ...send('a'),
      isTried: true,
    });
    expect(await store.update('b', () => null)).toBeNull();
    expect(await store.update('nothing', (entry) => entry)).toBeNull();
    expect(await store.list()).toEqual([{ ...send('a'), isTried: true }]);
    store.close();
  });

  it('makes each change on the outcome of the one before', async () => {
    await using place = await make();
    const store = await place.open(1);
    await store.add({ ...base, id: 'r', kind: 'read', seq: 0 });
    const raise = (entry: OutboxEntry) => (entry.kind === 'read' ? { ...entry, seq: entry.seq + 1 } : entry);
    await Promise.all(Array.from({ length: 10 }, () => store.update('r', raise)));
    expect(await store.list()).toMatchObject([{ seq: 10 }]);
    store.close();
  });

  it('forgets what is removed, and all of one person at once', async () => {
    await using place = await make();
    const [own, others] = [await place.open(1), await place.open(2)];
    for (const id of ['a', 'b', 'c']) await own.add(send(id));
    await others.add(send('theirs'));
    await own.remove('b');
    await own.remove('b');
    expect((await own.list()).map(({ id }) => id)).toEqual(['a', 'c']);
    await own.clear();
    expect(await own.list()).toEqual([]);
    expect(await others.list()).toEqual([send('theirs')]);
    own.close();
    others.close();
  });
});

describe.each(places.filter(({ name }) => name !== 'a file'))('two who have $name open', ({ make }) => {
  it('see the same, and are told of what the other does', async () => {
    await using place = await make();
    const [one, other] = [await place.open(1), await place.open(1)];
    const [listener, stopped] = [vi.fn(), vi.fn()];
    other.subscribe(listener);
    other.subscribe(stopped)();
    await one.add(send('a'));
    await vi.waitFor(() => expect(listener).toHaveBeenCalled());
    expect(stopped).not.toHaveBeenCalled();
    expect(await other.list()).toEqual([send('a')]);
    await Promise.all([one.add(send('b')), other.add(send('c'))]);
    expect(await one.list()).toEqual(await other.list());
    one.close();
    other.close();
  });
});
