import { limits, type Presence } from '@vibe/contract';
import { expect, test } from 'vitest';
import { liveScene, pass } from './live-scene.ts';
import { watchPresence } from './reader.ts';
import { StubbornBus } from './stubborn-bus.ts';

const beatMs = 3_000;
const online = (userId: number): Presence => ({ userId, status: 'online', lastSeenAt: null });
const offline = (userId: number, at: string | null): Presence => ({
  userId,
  status: 'offline',
  lastSeenAt: at,
});
const changed = (...presences: Presence[]) => ({ type: 'presence.changed', presences });

test('P32: who is connected to another instance is seen here, and where they say most counts', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const other = await scene.another();
  const reader = await watchPresence(live, 1, [2]);
  const close = other.connect(2, 'there');
  await pass(500);
  expect(reader.items).toEqual([changed(offline(2, null)), changed(online(2))]);

  live.connect(2, 'here');
  live.setAway(2, 'here', true);
  await pass(500);
  expect(live.onlineUserIds()).toEqual([2]);
  expect(reader.items).toHaveLength(2);
  close();
  await pass(limits.presenceGraceMs + 500);
  expect(reader.items.at(-1)).toMatchObject({ presences: [{ userId: 2, status: 'away' }] });
});

test('P32: an instance that starts later learns of everybody who was there before', async () => {
  await using scene = await liveScene();
  scene.live.connect(1, 'a');
  scene.live.connect(2, 'b');
  scene.live.setAway(2, 'b', true);
  await pass(60_000);
  const other = await scene.another();
  expect(other.onlineUserIds()).toEqual([]);
  await pass(beatMs);
  expect(other.onlineUserIds()).toEqual([1, 2]);
});

test('P32: a change that the bus lost is made good with the next beat', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const other = await scene.another();
  scene.live.connect(1, 'a');
  await pass(beatMs);
  bus.loses = ({ topic }) => topic === 'presence';
  scene.live.connect(2, 'b');
  await pass(500);
  expect(other.onlineUserIds()).toEqual([1]);
  await pass(beatMs);
  expect(other.onlineUserIds()).toEqual([1, 2]);
});

test('P32: the people of an instance that was killed are offline in bounded time, last seen when it was last heard', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const { db, live, lastSeen } = scene;
  db.create(1, [1, 2]);
  const killed = await scene.another();
  killed.connect(2, 'there');
  const reader = await watchPresence(live, 1, [2]);
  await pass(500);
  expect(reader.items).toEqual([changed(online(2))]);

  // What it says from now on is not heard: the id of its instance is in all of it.
  const instanceIds = new Set<string>();
  bus.subscribe(
    (notice) => 'instanceId' in notice && notice.topic === 'instance' && instanceIds.add(notice.instanceId),
  );
  await pass(beatMs);
  const [, killedId] = [...instanceIds];
  bus.loses = (notice) => 'instanceId' in notice && notice.instanceId === killedId;
  const heardAt = new Date();
  await pass(limits.presenceExpiryMs + beatMs);
  expect(live.onlineUserIds()).toEqual([]);
  const [, last] = reader.items;
  expect(last).toMatchObject({ presences: [{ userId: 2, status: 'offline' }] });
  const seenAt = lastSeen.get(2)?.getTime() ?? 0;
  expect(Math.abs(seenAt - heardAt.getTime())).toBeLessThanOrEqual(beatMs);
});

test('P32: an instance that says goodbye leaves its people the time to connect elsewhere', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const leaving = await scene.another();
  leaving.connect(2, 'there');
  leaving.connect(3, 'there too');
  const reader = await watchPresence(live, 1, [2, 3]);
  await pass(500);
  await leaving[Symbol.asyncDispose]();
  await pass(limits.presenceGraceMs - 1_000);
  live.connect(2, 'here');
  await pass(2_000);
  expect(live.onlineUserIds()).toEqual([2]);
  expect(reader.items.slice(1)).toEqual([
    {
      type: 'presence.changed',
      presences: [{ userId: 3, status: 'offline', lastSeenAt: expect.any(String) }],
    },
  ]);
});

test('P28: while the bus is away, nobody is remembered as gone whom nobody saw go; it comes back by itself', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const other = await scene.another();
  other.connect(2, 'there');
  await pass(500);
  expect(scene.live.onlineUserIds()).toEqual([2]);
  bus.isConnected = false;
  await pass(limits.presenceExpiryMs + beatMs);
  expect(scene.live.onlineUserIds()).toEqual([]);
  expect(scene.lastSeen.size).toBe(0);
  bus.isConnected = true;
  await pass(2 * beatMs);
  expect(scene.live.onlineUserIds()).toEqual([2]);
});
