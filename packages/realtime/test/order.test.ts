import { describe, expect, test } from 'vitest';
import { liveScene, pass, settle } from './live-scene.ts';
import { follow } from './reader.ts';

describe('the order of a conversation', () => {
  test('changes come once and in version order, however the bus brings them', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    const [first, second, third] = [db.send(1, 1, 'a'), db.send(1, 1, 'b'), db.send(1, 1, 'c')];

    await scene.tell(first, third, first, second, third);

    expect(reader.story).toEqual(['sent a', 'sent b', 'sent c']);
  });

  test('a hole that the bus closes in time costs no read', async () => {
    const fills: number[] = [];
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        fill: (conversationId, knownVersion) => {
          fills.push(knownVersion);
          return log.fill(conversationId, knownVersion);
        },
      }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    const [first, second] = [db.send(1, 1, 'a'), db.send(1, 1, 'b')];

    await scene.tell(second);
    await pass(10);
    expect(reader.story).toEqual([]);
    await scene.tell(first);
    await pass(100);

    expect(reader.story).toEqual(['sent a', 'sent b']);
    expect(fills).toEqual([]);
  });

  test('a hole that stays is filled from the database, and the hub stands where the fill was read', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    db.send(1, 1, 'a');
    const edited = db.edit(1, 1, 'a, edited');
    db.rename(1, 'New name');

    await scene.tell(edited);
    expect(reader.story).toEqual([]);
    await pass(30);
    expect(reader.story).toEqual(['edited a, edited', 'renamed New name']);

    await scene.tell(edited, db.send(1, 1, 'b'));
    expect(reader.story).toEqual(['edited a, edited', 'renamed New name', 'sent b']);
  });

  test('a fill that fails is made up for by the sweep', async () => {
    let isDown = true;
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        fill: async (...args) => {
          if (isDown) throw new Error('connection refused');
          return log.fill(...args);
        },
      }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2, { lane: 'message' });
    db.send(1, 1, 'a');
    await scene.tell(db.send(1, 1, 'b'));
    await pass(1_100);
    expect(reader.story).toEqual([]);
    expect(scene.logged).toEqual(['a hole could not be filled', 'the sweep failed; it is tried again']);

    isDown = false;
    await pass(1_100);
    expect(reader.story).toEqual(['sent a', 'sent b']);
  });

  test('one event object serves every subscriber', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    const readers = [await follow(live, 2), await follow(live, 3)];
    await scene.tell(db.send(1, 1, 'a'));
    const [one, other] = readers.map((reader) => reader.items.at(-1));
    expect(one?.[1].type).toBe('message.sent');
    expect(other).toBe(one);
  });

  test('each lane carries its own nouns, and a narrowed stream its own conversation', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.create(2, [1, 2]);
    const lanes = {
      message: await follow(live, 2, { lane: 'message' }),
      receipt: await follow(live, 2, { lane: 'receipt' }),
      conversation: await follow(live, 2, { lane: 'conversation' }),
      sync: await follow(live, 2, { conversationId: 2 }),
    };
    await scene.tell(
      db.send(1, 1, 'a'),
      db.rename(1, 'New name'),
      db.setPreference(1, 2, '2026-01-01T00:00:00.000Z'),
      db.markRead(1, 2, 1),
      db.send(2, 1, 'b'),
      db.renameUser(1, 'New me'),
    );
    await settle();

    expect(lanes.message.story).toEqual(['sent a', 'sent b']);
    expect(lanes.receipt.story).toEqual(['1 read 1', '2 read 1', '1 read 1']);
    expect(lanes.conversation.story).toEqual(['renamed New name', 'pinned true', 'user New me']);
    expect(lanes.sync.story).toEqual(['sent b', 'user New me']);
  });
});
