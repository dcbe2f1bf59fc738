import type { Presence } from '@vibe/contract';
import { limits } from '@vibe/contract';
import { expect, test } from 'vitest';
import { liveScene, pass } from './live-scene.ts';
import { watchPresence } from './reader.ts';

const batchMs = 200;
const online = (userId: number): Presence => ({ userId, status: 'online', lastSeenAt: null });
const away = (userId: number): Presence => ({ userId, status: 'away', lastSeenAt: null });
const offline = (userId: number, at: string | null = null): Presence => ({
  userId,
  status: 'offline',
  lastSeenAt: at,
});
const changed = (...presences: Presence[]) => ({ type: 'presence.changed', presences });

test('P27, P28: a stream begins with how everybody is, strangers left out, and goes on with changes in batches', async () => {
  await using scene = await liveScene();
  const { db, live, lastSeen } = scene;
  db.create(1, [1, 2, 3]);
  db.create(2, [4]);
  live.connect(2, 'a');
  lastSeen.set(3, new Date('2025-12-31T00:00:00.000Z'));
  const reader = await watchPresence(live, 1, [1, 2, 3, 4]);
  const snapshot = changed(offline(1), online(2), offline(3, '2025-12-31T00:00:00.000Z'));
  expect(reader.items).toEqual([snapshot]);

  live.connect(1, 'b');
  live.connect(3, 'c');
  live.connect(4, 'd');
  live.setAway(2, 'a', true);
  await pass(batchMs - 1);
  expect(reader.items).toEqual([snapshot]);
  await pass(1);
  expect(reader.items).toEqual([snapshot, changed(online(1), online(3), away(2))]);
});

test('a reload within the grace does not show', async () => {
  await using scene = await liveScene();
  const { db, live, lastSeen } = scene;
  db.create(1, [1, 2]);
  const close = live.connect(2, 'a');
  const reader = await watchPresence(live, 1, [2]);
  close();
  await pass(limits.presenceGraceMs - 1);
  live.connect(2, 'b');
  await pass(limits.presenceGraceMs * 2);
  expect(reader.items).toEqual([changed(online(2))]);
  expect(live.onlineUserIds()).toEqual([2]);
  expect(lastSeen.size).toBe(0);
});

test('P27: after the grace a person is offline, last seen when their last connection closed', async () => {
  await using scene = await liveScene();
  const { db, live, lastSeen } = scene;
  db.create(1, [1, 2]);
  const closes = [live.connect(2, 'a'), live.connect(2, 'b')];
  const reader = await watchPresence(live, 1, [2]);
  closes[0]?.();
  await pass(limits.presenceGraceMs * 2);
  expect(live.onlineUserIds()).toEqual([2]);

  const at = new Date().toISOString();
  closes[1]?.();
  closes[1]?.();
  await pass(limits.presenceGraceMs + batchMs);
  expect(reader.items).toEqual([changed(online(2)), changed(offline(2, at))]);
  expect(lastSeen.get(2)?.toISOString()).toBe(at);
  expect(live.onlineUserIds()).toEqual([]);
});

test('a person is away when all of their connections are', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  live.connect(2, 'a');
  const closeDesk = live.connect(2, 'b');
  const reader = await watchPresence(live, 1, [2]);
  live.setAway(2, 'a', true);
  await pass(batchMs);
  expect(reader.items).toEqual([changed(online(2))]);
  closeDesk();
  await pass(batchMs);
  live.setAway(2, 'a', false);
  await pass(batchMs);
  expect(reader.items).toEqual([changed(online(2)), changed(away(2)), changed(online(2))]);
});

test('rights follow memberships', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  live.connect(2, 'a');
  live.connect(3, 'b');
  const reader = await watchPresence(live, 1, [2, 3]);
  expect(reader.items).toEqual([changed(online(2))]);
  await scene.tell(db.join(1, 3));
  await pass(1_000);
  expect(reader.items).toEqual([changed(online(2)), changed(online(3))]);

  await scene.tell(db.remove(1, 2));
  await pass(1_000);
  live.setAway(2, 'a', true);
  live.setAway(3, 'b', true);
  await pass(1_000);
  expect(reader.items.slice(2)).toEqual([changed(away(3))]);
});

test('it ends with its session, and on disposal everybody is remembered as last seen now', async () => {
  const scene = await liveScene();
  const { db, live, lastSeen } = scene;
  db.create(1, [1, 2]);
  live.connect(2, 'a');
  const reader = await watchPresence(live, 1, [2]);
  await scene.tell(db.revoke('session-1'));
  expect(reader.isEnded).toBe(true);
  const now = new Date();
  await scene[Symbol.asyncDispose]();
  expect(lastSeen.get(2)).toEqual(now);
});
