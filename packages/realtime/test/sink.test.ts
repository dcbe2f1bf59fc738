import { limits } from '@vibe/contract';
import { describe, expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { liveScene, pass, settle } from './live-scene.ts';
import { follow, open, Reader, type Way, watchPresence, watchTyping } from './reader.ts';

const typing = (userId: number, isTyping = true, conversationId = 1) =>
  ({ topic: 'typing', conversationId, userId, isTyping }) as const;
const typed = (...userIds: number[]) => ({ type: 'typing.changed', conversationId: 1, userIds });

describe.for<Way>(['sink', 'iterator'])('read by %s', (way) => {
  test('a stream replays, then follows, then ends', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2, { way });
    await before.cut();
    await scene.tell(db.send(1, 1, 'missed'));
    const reader = await follow(live, 2, { way, cursor: before.cursor, lane: 'message' });
    await scene.tell(db.send(1, 1, 'live'));
    await scene.tell(db.revoke('session-2'));
    await scene.tell(db.send(1, 1, 'after the end'));
    expect(reader.events.map(({ type }) => type)).toEqual([
      'ready',
      'message.sent',
      'caughtUp',
      'message.sent',
    ]);
    expect([reader.story, reader.isEnded, reader.error]).toEqual([
      ['sent missed', 'sent live'],
      true,
      undefined,
    ]);
  });

  test('what happens after the end of a membership that the replay told is not told', async () => {
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({ ...log, replay: (...args) => gate.after(log.replay(...args)) }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2, { way });
    await before.cut();
    await scene.tell(db.send(1, 1, 'seen'), db.remove(1, 2));
    gate.close();
    const reader = open(live, 2, { way, cursor: before.cursor });
    await settle();
    await scene.tell(db.join(1, 2));
    gate.release();
    await settle();
    expect(reader.story).toEqual(['removed 2', 'created 1']);
    await scene.tell(db.send(1, 1, 'again'));
    expect(reader.story).toEqual(['removed 2', 'created 1', 'sent again']);
  });

  test('ephemeral streams begin with how things are, and end with their session', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await scene.tell(typing(1));
    const types = await watchTyping(live, 2, null, way);
    const presence = await watchPresence(live, 2, [1], way);
    live.connect(1, 'a');
    await pass(200);
    await scene.tell(typing(1, false));
    await scene.tell(db.revoke('session-2'));
    await scene.tell(typing(1));
    expect(types.items).toEqual([typed(1), typed()]);
    expect(presence.items.map(({ presences }) => presences.map(({ status }) => status))).toEqual([
      ['offline'],
      ['online'],
    ]);
    expect([types.isEnded, presence.isEnded]).toEqual([true, true]);
  });
});

describe('a sink whose reader is behind', () => {
  test('gets a replay, and what waits after it, at its own pace', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const before = await follow(live, 2, { lane: 'message' });
    await before.cut();
    await scene.tell(db.send(1, 1, 'a'), db.send(1, 1, 'b'));
    const reader = open(live, 2, { lane: 'message', cursor: before.cursor });
    reader.fallBehind();
    await settle();
    expect(reader.events.map(({ type }) => type)).toEqual(['ready']);
    await scene.tell(db.send(1, 1, 'c'));
    expect(reader.story).toEqual([]);
    await reader.catchUp();
    // The replay was read only now, and has what was pushed meanwhile too.
    const told = ['sent a', 'sent b', 'sent c', 'sent c'];
    expect(reader.story).toEqual(told);
    await scene.tell(db.send(1, 1, 'd'));
    expect(reader.story).toEqual([...told, 'sent d']);
  });

  test('is ended with a retryable error when too much waits behind its replay', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.send(1, 1, 'a');
    await pass(1_100);
    const reader = open(live, 2, { lane: 'message' });
    reader.fallBehind();
    await settle();
    for (let count = 0; count <= limits.streamBufferEvents; count += 1) {
      scene.bus.publish(db.edit(1, 1, `edit ${count}`));
    }
    await reader.catchUp();
    expect(reader.error).toMatchObject({ data: { code: 'BUSY' } });
    expect(reader.story).toEqual([]);
  });

  test('finds the newest of what is ephemeral when it has caught up, and nothing older', async () => {
    await using scene = await liveScene();
    scene.db.create(1, [1, 2, 3]);
    const reader = await watchTyping(scene.live, 3);
    reader.fallBehind();
    for (const notice of [typing(1), typing(2), typing(1, false)]) await scene.tell(notice);
    expect(reader.items).toEqual([]);
    await reader.catchUp();
    expect(reader.items).toEqual([typed(2)]);
  });

  test('gets how ephemeral things are at the beginning when it has caught up, if it was behind by then', async () => {
    await using scene = await liveScene();
    scene.db.create(1, [1, 2, 3]);
    await scene.tell(typing(1));
    const abort = new AbortController();
    const request = { userId: 3, sessionId: 'session-3', conversationId: null, signal: abort.signal };
    const reader = new Reader(scene.live.typing(request), abort);
    reader.fallBehind();
    await settle();
    await scene.tell(typing(2));
    expect(reader.items).toEqual([]);
    await reader.catchUp();
    expect(reader.items).toEqual([typed(1), typed(1, 2)]);
  });

  test('is told no presence where all that were due have been told with an earlier one', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    const reader = await watchPresence(live, 3, [1, 2]);
    reader.fallBehind();
    live.connect(1, 'a');
    await pass(200);
    live.connect(2, 'b');
    await settle();
    await reader.catchUp();
    await pass(400);
    const told = reader.items.map(({ presences }) => presences.map(({ status }) => status));
    expect(told).toEqual([
      ['offline', 'offline'],
      ['online', 'online'],
    ]);
  });

  test('gets all that is ephemeral, where each event puts it behind', async () => {
    await using scene = await liveScene();
    scene.db.create(1, [1, 3]);
    scene.db.create(2, [1, 3]);
    const reader = await watchTyping(scene.live, 3);
    reader.fallBehind();
    await scene.tell(typing(1), typing(1, true, 2));
    const { push } = reader;
    reader.push = (event) => {
      reader.fallBehind();
      return push.call(reader, event);
    };
    await reader.catchUp();
    expect(reader.items).toEqual([typed(1)]);
    await reader.catchUp();
    expect(reader.items).toEqual([typed(1), { ...typed(1), conversationId: 2 }]);
  });
});

test('a sink that is detached is pushed nothing more, at whatever moment', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  await pass(1_100);
  const { cursor, detach } = await follow(live, 2);
  detach();
  await scene.tell(db.send(1, 1, 'missed'));
  const early = open(live, 2, { cursor });
  early.detach();
  const late = await follow(live, 2, { cursor });
  late.detach();
  late.detach();
  const { length } = late.items;
  await scene.tell(db.send(1, 1, 'after'));
  expect(early.items).toEqual([]);
  expect(late.items).toHaveLength(length);
  expect(scene.openStreams).toBe(0);
});
