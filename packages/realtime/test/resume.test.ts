import { decodeCursor, encodeCursor } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { describe, expect, test } from 'vitest';
import { createRealtime, memoryBus, type Realtime } from '../src/index.ts';
import type { FakeDatabase } from './fake-database.ts';
import { Gate } from './gate.ts';
import { liveScene, pass, settle } from './live-scene.ts';
import { follow, open } from './reader.ts';

describe('resuming', () => {
  test('without a cursor nothing is replayed: ready, caughtUp, then what happens', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await scene.tell(db.send(1, 1, 'old'));
    const reader = await follow(live, 2);
    await scene.tell(db.send(1, 1, 'new'));
    expect(reader.events.map(({ type }) => type)).toEqual(['ready', 'caughtUp', 'message.sent']);
    expect(reader.story).toEqual(['sent new']);
  });

  test('P21: what was missed comes between ready and caughtUp, under the cursor that the reader came with', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    db.create(2, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2);
    await before.cut();
    await scene.tell(db.send(1, 1, 'a'), db.remove(2, 2), db.create(3, [1, 2]), db.markRead(1, 3, 1));
    await pass(3_000);

    const reader = await follow(live, 2, { cursor: before.cursor });
    expect(reader.events.at(0)?.type).toBe('ready');
    // A send changes the conversation's row, so its head comes too: harmless, since it is no newer.
    const missed = ['created 3', 'removed 2', 'renamed Group', 'sent a', '1 read 1', '3 read 1'];
    expect(reader.story).toEqual(missed);
    expect(reader.events.at(-1)?.type).toBe('caughtUp');
    const cursors = reader.items.map(([cursor]) => decodeCursor(cursor));
    const begunAt = decodeCursor(before.cursor);
    expect(begunAt).not.toBeNull();
    expect(new Set(cursors.slice(0, -1).map((cursor) => cursor?.mark))).toEqual(new Set([begunAt?.mark]));
    expect(cursors.at(-1)?.mark).toBeGreaterThan(begunAt?.mark ?? 0n);
  });

  test('P19: two events have two ids, in a stream and across streams and instances; one event has one', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const [one, other] = [await follow(live, 2), await follow(live, 2)];
    const { cursor } = one;
    await scene.tell(db.send(1, 1, 'a'), db.send(1, 1, 'b'), db.send(1, 1, 'c'));
    const resumed = await follow(live, 2, { cursor });
    await using elsewhere = createRealtime({
      bus: memoryBus(),
      changeLog: db.changeLog,
      users: {
        setLastSeen: async () => {},
        lastSeen: async () => new Map(),
        sharingConversation: async () => [],
      },
      clock: { now: () => new Date() },
      log: () => {},
    });
    const moved = await follow(elsewhere, 2, { cursor });
    expect(moved.story).toContain('sent c');

    const told = one.items.filter(([, { type }]) => type === 'message.sent');
    expect(told).toHaveLength(3);
    expect(other.items).toEqual(expect.arrayContaining(told));
    const streams = [one, other, resumed, moved].map(({ items }) => items.map(([id]) => id));
    for (const ids of streams) expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(streams.flat()).size).toBe(streams.flat().length - told.length);
  });

  test('P22: what happens during the replay comes after it', async () => {
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({ ...log, replay: (...args) => gate.after(log.replay(...args)) }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2, { lane: 'message' });
    await before.cut();
    await scene.tell(db.send(1, 1, 'missed'));
    gate.close();
    const reader = open(live, 2, { lane: 'message', cursor: before.cursor });
    await settle();
    await scene.tell(db.send(1, 1, 'meanwhile'));
    gate.release();
    await settle();
    expect(reader.events.map(({ type }) => type)).toEqual([
      'ready',
      'message.sent',
      'caughtUp',
      'message.sent',
    ]);
    expect(reader.story).toEqual(['sent missed', 'sent meanwhile']);
  });

  test('the cursor of caughtUp does not pass what waits behind it', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const abort = new AbortController();
    const stream = live.durable({
      userId: 2,
      sessionId: 'session-2',
      lane: 'message',
      conversationId: null,
      cursor: null,
      signal: abort.signal,
    });
    const steps = stream[Symbol.asyncIterator]();
    const ready = steps.next();
    await settle();
    expect((await ready).value?.[1].type).toBe('ready');
    await scene.tell(db.send(1, 1, 'unread'));
    await pass(3_000);
    const caughtUp = (await steps.next()).value;
    abort.abort();

    expect(caughtUp?.[1].type).toBe('caughtUp');
    const resumed = await follow(live, 2, { lane: 'message', cursor: caughtUp?.[0] ?? '' });
    expect(resumed.story).toEqual(['sent unread']);
  });
});

describe('a cursor that cannot be resumed from is answered with reset, and the stream goes on', () => {
  const cases: [string, (now: bigint) => string][] = [
    ['one that nobody made', () => 'nonsense'],
    ['one of another database', (now) => encodeCursor('other:1', now)],
    ['one of the future', (now) => encodeCursor('fake:1', now + 1n)],
  ];
  test.each(cases)('%s', async (_, cursorAt) => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2, { cursor: cursorAt(db.xmin) });
    await scene.tell(db.send(1, 1, 'a'));
    expect(reader.events.map(({ type }) => type)).toEqual(['ready', 'reset', 'caughtUp', 'message.sent']);
    const resumed = await follow(live, 2, { cursor: reader.cursor });
    expect(resumed.events.map(({ type }) => type)).not.toContain('reset');
  });

  test('one that is a little ahead of this hub, but not of the database, is good', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const cursor = encodeCursor('fake:1', db.xmin);
    db.send(1, 1, 'a');
    const reader = await follow(live, 2, { cursor, lane: 'message' });
    expect(reader.story).toEqual(['sent a']);
  });

  test('too much was missed', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const conversations = limits.replayRows / limits.replayMessages;
    for (let id = 2; id <= conversations + 1; id += 1) {
      db.create(id, [1, 2]);
      await pass(1_100);
    }
    const before = await follow(live, 2);
    await before.cut();
    for (let id = 2; id <= conversations + 1; id += 1)
      for (let count = 0; count < limits.replayMessages; count += 1) db.send(id, 1, 'again');
    const reader = await follow(live, 2, { cursor: before.cursor });
    expect(reader.story).toEqual(['reset']);
  });
});

describe('a conversation of which more messages changed than a replay tells', () => {
  const missTooMuch = async (db: FakeDatabase, live: Realtime) => {
    db.create(1, [1, 2]);
    db.create(2, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2);
    await before.cut();
    for (let count = 0; count <= limits.replayMessages; count += 1) db.send(1, 1, 'again');
    db.send(2, 1, 'calm');
    db.markRead(1, 2, 3);
    return before.cursor;
  };

  test('P35: is said to be truncated, and the rest of what was missed is told', async () => {
    await using scene = await liveScene();
    const cursor = await missTooMuch(scene.db, scene.live);
    const reader = await follow(scene.live, 2, { cursor });
    expect(reader.events).toContainEqual({ type: 'conversation.truncated', conversationId: 1 });
    expect(reader.story).toContain('sent calm');
    expect(reader.story).toContain('2 read 3');
    expect(reader.story).not.toContain('sent again');
    expect(reader.events.at(-1)?.type).toBe('caughtUp');
    await scene.tell(scene.db.send(1, 1, 'live'));
    expect(reader.story.at(-1)).toBe('sent live');
  });

  test.each([
    ['message', true],
    ['sync', true],
    ['conversation', false],
    ['receipt', false],
  ] as const)('P35: on the lane %s that is told: %s', async (lane, isTold) => {
    await using scene = await liveScene();
    const cursor = await missTooMuch(scene.db, scene.live);
    const reader = await follow(scene.live, 2, { cursor, lane });
    expect(reader.events.some(({ type }) => type === 'conversation.truncated')).toBe(isTold);
  });
});

describe('the end of a stream', () => {
  test('a reader that falls behind is ended with a retryable error, and loses nothing by resuming', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.send(1, 1, 'a');
    await pass(1_100);
    const abort = new AbortController();
    const stream = live.durable({
      userId: 2,
      sessionId: 'session-2',
      lane: 'message',
      conversationId: null,
      cursor: null,
      signal: abort.signal,
    });
    const steps = stream[Symbol.asyncIterator]();
    const first = steps.next();
    await settle();
    const cursor = (await first).value?.[0] ?? '';
    for (let count = 0; count <= limits.streamBufferEvents; count += 1) {
      scene.bus.publish(db.edit(1, 1, `edit ${count}`));
    }
    await settle();

    await expect(steps.next()).rejects.toMatchObject({ data: { code: 'BUSY' } });
    const resumed = await follow(live, 2, { lane: 'message', cursor });
    expect(resumed.story).toEqual([`edited edit ${limits.streamBufferEvents}`]);
  });

  test('aborting ends it, and the hub forgets the person', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    await reader.cut();
    expect([reader.isEnded, reader.error]).toEqual([true, undefined]);
    await scene.tell(db.send(1, 1, 'a'));
    expect(reader.story).toEqual([]);
  });

  test('a revoked session ends it at once, though much is unread', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const abort = new AbortController();
    const stream = live.durable({
      userId: 2,
      sessionId: 'phone',
      lane: 'sync',
      conversationId: null,
      cursor: null,
      signal: abort.signal,
    });
    const steps = stream[Symbol.asyncIterator]();
    const first = steps.next();
    await settle();
    await first;
    await scene.tell(db.send(1, 1, 'unread'), db.revoke('phone'));
    expect((await steps.next()).done).toBe(true);
  });

  test('when the live side is disposed of, every stream ends, and a new one does too', async () => {
    const scene = await liveScene();
    scene.db.create(1, [1, 2]);
    const reader = await follow(scene.live, 2);
    await scene.live[Symbol.asyncDispose]();
    await settle();
    expect([reader.isEnded, reader.error]).toEqual([true, undefined]);
    const late = await follow(scene.live, 2);
    expect([late.isEnded, late.events]).toEqual([true, []]);
    await scene[Symbol.asyncDispose]();
  });
});
