import type { Notice } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { expect, test } from 'vitest';
import { liveScene, pass } from './live-scene.ts';
import { follow, watchTyping } from './reader.ts';

const typing = (conversationId: number, userId: number, isTyping = true): Notice => ({
  topic: 'typing',
  conversationId,
  userId,
  isTyping,
});

const changed = (conversationId: number, ...userIds: number[]) => ({
  type: 'typing.changed',
  conversationId,
  userIds,
});

test('members see who types, and nobody sees themselves', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const [one, three, outsider] = [
    await watchTyping(live, 1),
    await watchTyping(live, 3),
    await watchTyping(live, 4),
  ];
  await scene.tell(typing(1, 1));
  await scene.tell(typing(1, 2));
  await scene.tell(typing(1, 1, false));
  expect(three.items).toEqual([changed(1, 1), changed(1, 1, 2), changed(1, 2)]);
  expect(one.items).toEqual([changed(1, 2)]);
  expect(outsider.items).toEqual([]);
});

test('P26: it expires by itself, counted from the last notice', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const reader = await watchTyping(live, 2);
  await scene.tell(typing(1, 1));
  await pass(limits.typingExpiryMs - 1);
  await scene.tell(typing(1, 1));
  await pass(limits.typingExpiryMs - 1);
  expect(reader.items).toEqual([changed(1, 1)]);
  await pass(1);
  expect(reader.items).toEqual([changed(1, 1), changed(1)]);
});

test("P26: a message ends its sender's typing", async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  const reader = await watchTyping(live, 2);
  await scene.tell(typing(1, 1));
  await scene.tell(db.send(1, 1, 'a'));
  expect(reader.items).toEqual([changed(1, 1), changed(1)]);
});

test('P26: a removal ends it, for the one who types and for the one who looks', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const [two, three] = [await watchTyping(live, 2), await watchTyping(live, 3)];
  await scene.tell(typing(1, 1));
  await scene.tell(db.remove(1, 1));
  expect(two.items).toEqual([changed(1, 1), changed(1)]);
  await scene.tell(db.remove(1, 2), typing(1, 3));
  expect(two.items).toEqual([changed(1, 1), changed(1)]);
  expect(three.isEnded).toBe(false);
});

test('P28: a stream begins with who types now, in every conversation of its reader or in the one it is narrowed to', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2]);
  db.create(2, [1, 2]);
  await scene.tell(typing(1, 1), typing(2, 1), typing(2, 2));
  expect((await watchTyping(live, 2)).items).toEqual([changed(1, 1), changed(2, 1)]);
  expect((await watchTyping(live, 2, 2)).items).toEqual([changed(2, 1)]);
});

test('a newcomer is told who types', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1]);
  const reader = await watchTyping(live, 2);
  await scene.tell(typing(1, 1));
  await scene.tell(db.join(1, 2));
  expect(reader.items).toEqual([changed(1, 1)]);
});

test('large conversations are silent', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(
    1,
    Array.from({ length: limits.typingMembers }, (_, index) => index + 1),
  );
  const reader = await watchTyping(live, 2);
  await scene.tell(typing(1, 1));
  expect(reader.items).toEqual([changed(1, 1)]);
  await scene.tell(db.join(1, 1_000), typing(1, 3));
  await pass(limits.typingExpiryMs);
  expect(reader.items).toEqual([changed(1, 1), changed(1)]);
});

test('it ends with its session, and with the membership that it is narrowed to', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1, 2, 3]);
  const [narrowed, wide] = [await watchTyping(live, 2, 1), await watchTyping(live, 3)];
  await follow(live, 2);
  await scene.tell(db.remove(1, 2), db.revoke('session-3'));
  expect([narrowed.isEnded, wide.isEnded]).toEqual([true, true]);
});
