import { decodeCursor } from '@vibe/chat';
import { describe, expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { liveScene, pass, settle } from './live-scene.ts';
import { follow, open } from './reader.ts';

describe('removal', () => {
  test('a removed member receives nothing sent after the removal', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    await pass(1_100);
    const removed = await follow(live, 2);
    const remaining = await follow(live, 3);

    await scene.tell(db.send(1, 1, 'a'), db.remove(1, 2), db.send(1, 1, 'b'), db.rename(1, 'Without 2'));
    await pass(2_000);

    expect(removed.story).toEqual(['sent a', 'removed 2']);
    expect(remaining.story).toEqual(['sent a', 'removed 2', 'sent b', 'renamed Without 2']);
  });

  test('a fill applies removals before it tells messages', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    const removed = await follow(live, 2, { lane: 'sync' });
    db.remove(1, 2);
    db.send(1, 1, 'b');
    await pass(1_100);
    expect(removed.story).toEqual(['removed 2']);
  });

  test('a hidden past stays hidden when a fill brings removal, message and return in one', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2], { historyVisible: false });
    const reader = await follow(live, 2);
    await scene.tell(db.send(1, 1, 'before'));
    db.remove(1, 2);
    db.send(1, 1, 'while away');
    db.join(1, 2);
    db.send(1, 1, 'after');
    await pass(1_100);
    const messages = reader.story.filter((word) => word.startsWith('sent'));
    expect(messages).toEqual(['sent before', 'sent after']);
    expect(reader.story).toContain('created 1');
  });

  test('P15: who went, came back and went again between two versions of a fill is told of it the end alone', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    db.send(1, 1, 'just before');
    db.remove(1, 2);
    db.send(1, 1, 'while away');
    db.join(1, 2);
    db.remove(1, 2);
    await pass(1_100);
    expect(reader.story).toEqual(['removed 2']);
  });

  test('it ends streams that were narrowed to that conversation, and no others', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.create(2, [1, 2]);
    const readers = {
      conversation: await follow(live, 2, { conversationId: 1, lane: 'conversation' }),
      message: await follow(live, 2, { conversationId: 1, lane: 'message' }),
      other: await follow(live, 2, { conversationId: 2 }),
      wide: await follow(live, 2),
    };
    await scene.tell(db.remove(1, 2));
    expect(readers.conversation.story).toEqual(['removed 2']);
    expect(readers.conversation.isEnded).toBe(true);
    expect(readers.message.isEnded).toBe(true);
    expect(readers.other.isEnded).toBe(false);
    expect(readers.wide.isEnded).toBe(false);
  });

  test('a stream narrowed to a conversation that its reader has left ends after it said so', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const before = await follow(live, 2, { conversationId: 1 });
    await before.cut();
    db.remove(1, 2);
    const reader = await follow(live, 2, { conversationId: 1, cursor: before.cursor });
    await pass(100);
    expect(reader.story).toEqual(['removed 2']);
    expect(reader.isEnded).toBe(true);
  });

  test('a stream narrowed to a conversation that its reader just joined does not end', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1]);
    db.create(2, [2]);
    await follow(live, 2);
    db.join(1, 2);
    const reader = await follow(live, 2, { conversationId: 1 });
    await pass(100);
    expect(reader.isEnded).toBe(false);
    await scene.tell(db.send(1, 1, 'a'));
    expect(reader.story).toContain('sent a');
  });
});

describe('joining', () => {
  test('P16: a newcomer is told the conversation first, then what happens in it; others are told of the newcomer', async () => {
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        conversationsOf: (...args) => gate.after(log.conversationsOf(...args)),
      }),
    });
    const { db, live } = scene;
    db.create(1, [1, 3]);
    const newcomer = await follow(live, 2);
    const member = await follow(live, 3);

    gate.close();
    await scene.tell(db.join(1, 2));
    await scene.tell(db.send(1, 1, 'welcome'));
    await scene.tell(db.markRead(1, 3, 1));
    await scene.tell(db.rename(1, 'New name'));
    expect(newcomer.story).toEqual([]);
    expect(member.story).toEqual(['added 2', 'sent welcome', '3 read 1', 'renamed New name']);

    gate.release();
    await settle();
    expect(newcomer.story).toEqual(['created 1', 'sent welcome', '3 read 1', 'renamed New name']);
  });

  test('at its creation every member gets the conversation, and nothing that it contains', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    const readers = [await follow(live, 1), await follow(live, 2)];
    await scene.tell(db.create(1, [1, 2, 3]), db.send(1, 1, 'hello'));
    for (const reader of readers) expect(reader.story).toEqual(['created 1', 'sent hello']);
  });

  test('joining again tells the conversation again', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    await scene.tell(db.remove(1, 2));
    await scene.tell(db.send(1, 1, 'meanwhile'));
    await scene.tell(db.join(1, 2));
    await scene.tell(db.send(1, 1, 'again'));
    expect(reader.story).toEqual(['removed 2', 'created 1', 'sent again']);
  });

  test('a newcomer who is removed before the conversation could be fetched hears nothing of it but the end', async () => {
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        conversationsOf: (...args) => gate.after(log.conversationsOf(...args)),
      }),
    });
    const { db, live } = scene;
    db.create(1, [1]);
    const reader = await follow(live, 2);
    gate.close();
    await scene.tell(db.join(1, 2), db.send(1, 1, 'a'), db.remove(1, 2), db.send(1, 1, 'b'));
    gate.release();
    await pass(2_000);
    expect(reader.story).toEqual(['removed 2']);
  });

  test('a joining that the bus tells again when it is over does not make a member', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1]);
    const reader = await follow(live, 2);
    const joined = db.join(1, 2);
    await scene.tell(joined);
    await scene.tell(db.remove(1, 2));
    await pass(5_000);
    await scene.tell(joined);
    const narrowed = await follow(live, 2, { conversationId: 1 });
    expect(narrowed.isEnded).toBe(true);
    await scene.tell(db.send(1, 1, 'secret'));
    await pass(5_000);
    expect(reader.story.slice(-1)).toEqual(['removed 2']);
  });

  test('a conversation that could not be fetched is told when the database is back, before what followed', async () => {
    let isDown = true;
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        conversationsOf: async (...args) => {
          if (isDown) throw new Error('connection refused');
          return log.conversationsOf(...args);
        },
      }),
    });
    const { db, live } = scene;
    db.create(1, [1]);
    const reader = await follow(live, 2, { lane: 'sync' });
    const before = decodeCursor(reader.cursor);
    await scene.tell(db.join(1, 2), db.send(1, 1, 'a'));
    await pass(2_100);
    expect(reader.story).toEqual([]);
    expect(scene.logged).toContain('a delivery failed; the sweep tries it again');

    isDown = false;
    await pass(1_000);
    expect(reader.story.slice(0, 2)).toEqual(['created 1', 'sent a']);
    const created = reader.items.find(([, event]) => event.type === 'conversation.created');
    expect(before).not.toBeNull();
    expect(decodeCursor(created?.[0] ?? '')).toEqual(before);
  });
});

describe('memberships that change while they are being read', () => {
  async function slowLoadScene() {
    const gate = new Gate();
    const scene = await liveScene({
      changeLog: (log) => ({ ...log, memberships: (userIds) => gate.after(log.memberships(userIds)) }),
    });
    const other = await follow(scene.live, 9);
    return { scene, gate, other };
  }

  test('a removal that went by meanwhile wins over the older row', async () => {
    const { scene, gate } = await slowLoadScene();
    await using _ = scene;
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 2, 9]));
    gate.close();
    const reader = open(live, 2, { lane: 'message' });
    await settle();
    await scene.tell(db.remove(1, 2));
    gate.release();
    await settle();
    expect(reader.events.map(({ type }) => type)).toEqual(['ready', 'caughtUp']);
    await scene.tell(db.send(1, 1, 'secret'));
    await pass(2_000);
    expect(reader.story).toEqual([]);
  });

  test('a join that went by meanwhile is not lost, in a conversation that the hub follows', async () => {
    const { scene, gate } = await slowLoadScene();
    await using _ = scene;
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 9]));
    gate.close();
    const reader = open(live, 2, { lane: 'sync' });
    await settle();
    await scene.tell(db.join(1, 2));
    gate.release();
    await settle();
    await scene.tell(db.send(1, 1, 'welcome'));
    expect(reader.story).toEqual(['created 1', 'sent welcome']);
  });

  test('a join that went by meanwhile is not lost, in a conversation that the hub did not follow', async () => {
    const { scene, gate } = await slowLoadScene();
    await using _ = scene;
    const { db, live } = scene;
    await scene.tell(db.create(1, [1]));
    gate.close();
    const reader = open(live, 2, { lane: 'sync' });
    await settle();
    await scene.tell(db.join(1, 2), db.send(1, 1, 'welcome'));
    gate.release();
    await settle();
    expect(reader.story).toEqual(['created 1', 'sent welcome']);
  });

  test('an answer that is older than what the hub knows from another one makes no member', async () => {
    const gate = new Gate();
    const asked: number[][] = [];
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        memberships: (userIds) => {
          asked.push(userIds);
          return gate.after(log.memberships(userIds));
        },
      }),
    });
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 2, 3]));
    gate.close();
    const removed = open(live, 2, { lane: 'message' });
    await settle();
    db.remove(1, 2);
    const member = open(live, 3, { lane: 'message' });
    await settle();
    expect(asked).toEqual([[2]]);
    gate.release();
    await settle();
    await scene.tell(db.send(1, 1, 'secret'));
    await pass(2_000);
    expect(member.story).toEqual(['sent secret']);
    expect(removed.story).toEqual([]);
  });

  test('a removal from before the membership that was read is not told', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 2, 3]));
    await follow(live, 3);
    const [removed, joined] = [db.remove(1, 2), db.join(1, 2)];
    const reader = await follow(live, 2, { lane: 'conversation' });
    await scene.tell(removed, joined, db.rename(1, 'New name'));
    expect(reader.story).toEqual(['renamed New name']);
  });

  test('what was sent meanwhile is not skipped', async () => {
    const { scene, gate } = await slowLoadScene();
    await using _ = scene;
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 2]));
    gate.close();
    const reader = open(live, 2, { lane: 'message' });
    await settle();
    await scene.tell(db.send(1, 1, 'a'));
    gate.release();
    await settle();
    expect(reader.story).toEqual(['sent a']);
  });

  test('the sweep does not pass what was sent meanwhile', async () => {
    const { scene, gate } = await slowLoadScene();
    await using _ = scene;
    const { db, live } = scene;
    await scene.tell(db.create(1, [1, 2]));
    gate.close();
    const reader = open(live, 2, { lane: 'message' });
    await settle();
    db.send(1, 1, 'a');
    await pass(3_000);
    gate.release();
    await pass(100);
    expect(reader.story).toEqual(['sent a']);
  });

  test('rows that are ahead of the hub make it catch up', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2, 3]);
    const first = await follow(live, 2, { lane: 'message' });
    db.send(1, 1, 'a');
    db.join(1, 4);
    const second = await follow(live, 4, { lane: 'message' });
    await scene.tell(db.send(1, 1, 'b'));
    expect(first.story).toEqual(['sent a', 'sent b']);
    expect(second.story.at(-1)).toBe('sent b');
  });

  test('people who come together are read together', async () => {
    const batches: number[][] = [];
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        memberships: (userIds) => {
          batches.push(userIds);
          return log.memberships(userIds);
        },
      }),
    });
    for (const userId of [1, 2, 3]) open(scene.live, userId);
    open(scene.live, 1);
    await settle();
    expect(batches).toEqual([[1, 2, 3]]);
  });
});
