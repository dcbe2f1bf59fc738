import { expect, test } from 'vitest';
import { liveScene, pass } from './live-scene.ts';
import { follow } from './reader.ts';
import { StubbornBus } from './stubborn-bus.ts';

test('P33: while the bus is away the sweep quickens, says so, and goes back by itself', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const reader = await follow(live, 2, { lane: 'message' });
  await pass(5_000);
  expect(scene.paces).toEqual([]);

  bus.isConnected = false;
  await pass(1_000);
  expect(scene.paces).toEqual(['quick']);
  for (const content of ['a', 'b', 'c']) {
    await scene.tell(db.send(1, 1, content));
    await pass(300);
    expect(reader.story.at(-1)).toBe(`sent ${content}`);
  }

  bus.isConnected = true;
  await pass(20_000);
  expect(scene.paces).toEqual(['quick', 'usual']);
  expect(reader.story).toEqual(['sent a', 'sent b', 'sent c']);
});

test('P33: so it does when others write whom the bus does not connect with us', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const reader = await follow(live, 2, { lane: 'message' });
  // As another instance does that has no bus: it says nothing.
  db.send(1, 1, 'a');
  await pass(1_100);
  expect(reader.story).toEqual(['sent a']);
  expect(scene.paces).toEqual(['quick']);
  db.send(1, 1, 'b');
  await pass(300);
  expect(reader.story).toEqual(['sent a', 'sent b']);
  await pass(20_000);
  expect(scene.paces).toEqual(['quick', 'usual']);
});

test('a bus that delivers keeps the usual pace, however much there is', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  await follow(live, 2);
  for (let times = 0; times < 50; times += 1) {
    await scene.tell(db.send(1, 1, `${times}`), db.markRead(1, 2, times));
    await pass(150);
  }
  expect(scene.paces).toEqual([]);
});

test('the hub follows the conversations of who is connected, as long as they are', async () => {
  const bus = new StubbornBus();
  await using scene = await liveScene({ bus });
  const { db, live } = scene;
  db.create(1, [1, 2]);
  db.create(2, [2, 3]);
  db.create(3, [3]);
  expect(bus.followed).toEqual([]);
  const reader = await follow(live, 2);
  expect(bus.followed.toSorted()).toEqual([1, 2]);
  await scene.tell(db.join(3, 2));
  expect(bus.followed.toSorted()).toEqual([1, 2, 3]);
  await scene.tell(db.remove(1, 2));
  expect(bus.followed.toSorted()).toEqual([2, 3]);
  await reader.cut();
  await pass(100);
  expect(bus.followed).toEqual([]);
});
