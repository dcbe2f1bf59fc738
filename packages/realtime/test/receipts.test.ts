import type { Notice } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { expect, test } from 'vitest';
import { liveScene, pass } from './live-scene.ts';
import { follow } from './reader.ts';

test('P17: a receipt waits for the message that it speaks of', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const reader = await follow(live, 3);
  const sent = db.send(1, 1, 'a');
  const read = db.markRead(1, 2, 1);
  await scene.tell(read);
  expect(reader.story).toEqual([]);
  await scene.tell(sent);
  expect(reader.story).toEqual(['sent a', '2 read 1']);
});

test('a receipt whose message the bus lost comes after the message was read from the database', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const reader = await follow(live, 3);
  db.send(1, 1, 'a');
  await scene.tell(db.markRead(1, 2, 1));
  await pass(30);
  expect(reader.story).toEqual(['sent a', '2 read 1']);
});

test('in a large conversation people hear of their own receipts only', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  const everybody = Array.from({ length: limits.receiptStreamMembers + 1 }, (_, index) => index + 1);
  db.create(1, everybody);
  db.create(2, everybody.slice(1));
  const other = await follow(live, 3, { lane: 'receipt' });
  const own = await follow(live, 2, { lane: 'receipt' });
  await scene.tell(db.send(1, 2, 'a'), db.markRead(1, 4, 1));
  expect(other.story).toEqual([]);
  expect(own.story).toEqual(['2 read 1']);
  await scene.tell(db.send(2, 2, 'a'), db.markRead(2, 4, 1));
  expect(other.story).toEqual(['2 read 1', '4 read 1']);
});

test('a send moves its sender on the receipt lane, and says so in the message elsewhere', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const receipts = await follow(live, 2, { lane: 'receipt' });
  const all = await follow(live, 2);
  await scene.tell(db.send(1, 1, 'a'));
  expect(receipts.news).toEqual([
    {
      type: 'receipt.advanced',
      receipt: expect.objectContaining({ conversationId: 1, userId: 1, readSeq: 1, deliveredSeq: 1 }),
    },
  ]);
  expect(all.news).toEqual([expect.objectContaining({ type: 'message.sent', senderReadSeq: 1 })]);
});

test('what the bus delivered is not delivered again by the sweep, even while the mark cannot move', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  await pass(1_100);
  const reader = await follow(live, 2);
  const late = db.begin();
  const notices: Notice[] = [
    db.send(1, 1, 'a'),
    db.markRead(1, 2, 1),
    db.setPreference(1, 2, null),
    db.renameUser(1, 'New me'),
  ];
  await scene.tell(...notices);
  const told = ['sent a', '2 read 1', 'pinned false', 'user New me'];
  expect(reader.story).toEqual(told);
  await pass(5_000);
  db.commit(() => {}, late);
  await pass(5_000);
  expect(reader.story).toEqual(told);
});

test('who comes back is told of with where they stand, though that was told before they went', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const reader = await follow(live, 1);
  await scene.tell(db.send(1, 1, 'a'), db.markRead(1, 2, 1));
  await scene.tell(db.remove(1, 2));
  await scene.tell(db.join(1, 2));
  await pass(5_000);
  expect(reader.story).toEqual(['sent a', '2 read 1', 'removed 2', 'added 2', '2 read 1']);
});

test('others do not hear of a preference', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const [owner, other] = [await follow(live, 1), await follow(live, 2)];
  await scene.tell(db.setPreference(1, 1, null));
  expect(owner.story).toEqual(['pinned false']);
  expect(other.story).toEqual([]);
});

test('a change of a person reaches them and those who share a conversation with them', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  db.create(2, [3]);
  const [own, friend, stranger] = [await follow(live, 1), await follow(live, 2), await follow(live, 3)];
  await scene.tell(db.renameUser(1, 'New me'));
  expect(own.story).toEqual(['user New me']);
  expect(friend.story).toEqual(['user New me']);
  expect(stranger.story).toEqual([]);
});
