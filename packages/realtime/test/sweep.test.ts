import { decodeCursor } from '@vibe/chat';
import { describe, expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { liveScene, pass, settle } from './live-scene.ts';
import { follow } from './reader.ts';

const markOf = (cursor: string | undefined): bigint => decodeCursor(cursor ?? '')?.mark ?? -1n;

describe('what the bus did not deliver', () => {
  test('changes, receipts, preferences and people are found by the sweep', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    await pass(1_100);
    const reader = await follow(live, 2);
    db.send(1, 1, 'a');
    db.markRead(1, 2, 1);
    db.setPreference(1, 2, null);
    db.renameUser(1, 'New me');
    expect(reader.story).toEqual([]);
    await pass(1_100);
    expect(reader.story).toEqual(['sent a', '1 read 1', '2 read 1', 'pinned false', 'user New me']);
  });

  test('a join into a conversation that nobody connected was in', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1]);
    await pass(1_100);
    const reader = await follow(live, 2, { lane: 'conversation' });
    db.join(1, 2);
    await pass(1_100);
    expect(reader.story).toEqual(['created 1']);
  });

  test('a revoked session: its streams end, listeners are told, other sessions go on', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const revoked: string[] = [];
    live.onSessionsRevoked((ids) => revoked.push(...ids));
    const phone = await follow(live, 2, { sessionId: 'phone' });
    const desk = await follow(live, 2, { sessionId: 'desk' });
    db.revoke('phone');
    await pass(1_100);
    expect(revoked).toEqual(['phone']);
    expect([phone.isEnded, phone.error, desk.isEnded]).toEqual([true, undefined, false]);

    await scene.tell(db.revoke('desk'));
    expect(desk.isEnded).toBe(true);
  });

  test('what commits after younger transactions did', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.create(2, [1, 2]);
    const reader = await follow(live, 2, { lane: 'message' });
    const late = db.begin();
    db.send(1, 1, 'young');
    await pass(2_100);
    db.send(2, 1, 'late', late);
    await pass(1_100);
    expect(reader.story).toEqual(['sent young', 'sent late']);
  });
});

describe('the mark', () => {
  test('P20: it moves with the sweep, and live events carry it', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2, { lane: 'message' });
    await scene.tell(db.send(1, 1, 'a'));
    await pass(1_100);
    await scene.tell(db.send(1, 1, 'b'));
    const [, , a, b] = reader.items.map(([cursor]) => markOf(cursor));
    expect(b).toBeGreaterThan(a ?? 0n);
  });

  test('P20: it does not pass a transaction that is still open', async () => {
    await using scene = await liveScene();
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const late = db.begin();
    const reader = await follow(live, 2, { lane: 'message' });
    db.send(1, 1, 'young');
    await pass(3_100);
    await scene.tell(db.send(1, 1, 'younger'));
    expect(markOf(reader.cursor)).toBeLessThanOrEqual(late);
  });

  test('it does not pass a conversation that could not be read', async () => {
    let isDown = false;
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        fill: async (conversationId, knownVersion) => {
          if (isDown && conversationId === 1) throw new Error('connection refused');
          return log.fill(conversationId, knownVersion);
        },
      }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    db.create(2, [1, 2]);
    await pass(1_100);
    const reader = await follow(live, 2, { lane: 'message' });
    isDown = true;
    db.send(1, 1, 'unread');
    db.send(2, 1, 'read');
    await pass(2_100);
    await scene.tell(db.send(2, 1, 'b'));
    expect(reader.story).toEqual(['sent read', 'sent b']);
    isDown = false;

    const resumed = await follow(live, 2, { lane: 'message', cursor: reader.cursor });
    expect(resumed.story).toContain('sent unread');
    await pass(1_100);
    expect(reader.story).toEqual(['sent read', 'sent b', 'sent unread']);
  });

  test('it does not pass an event that still waits for the database', async () => {
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        conversationsOf: (...args) => gate.after(log.conversationsOf(...args)),
      }),
    });
    const { db, live } = scene;
    db.create(1, [1]);
    db.create(2, [1, 2]);
    await pass(1_100);
    const reader = await follow(live, 2);
    gate.close();
    await scene.tell(db.join(1, 2));
    await pass(5_000);
    await scene.tell(db.send(2, 1, 'meanwhile'));
    const resumed = await follow(live, 2, { cursor: reader.cursor });
    expect(reader.story).toEqual(['sent meanwhile']);
    expect(resumed.story).toContain('created 1');
    gate.release();
    await settle();
    expect(reader.story.slice(0, 2)).toEqual(['sent meanwhile', 'created 1']);
  });

  test('sweeps do not overlap', async () => {
    let running = 0;
    let most = 0;
    const gate = new Gate();
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        sweep: async (mark) => {
          running += 1;
          most = Math.max(most, running);
          const found = await gate.after(log.sweep(mark));
          running -= 1;
          return found;
        },
      }),
    });
    gate.close();
    await pass(5_000);
    expect(running).toBe(1);
    gate.release();
    await pass(5_000);
    expect(most).toBe(1);
    expect(scene.logged).toEqual([]);
  });

  test('a database of another epoch ends every stream, and their cursors lead to a reset', async () => {
    let isDown = false;
    await using scene = await liveScene({
      changeLog: (log) => ({
        ...log,
        sweep: async (mark) => {
          if (isDown) throw new Error('connection refused');
          return log.sweep(mark);
        },
      }),
    });
    const { db, live } = scene;
    db.create(1, [1, 2]);
    const reader = await follow(live, 2);
    isDown = true;
    await pass(1_100);
    expect(reader.isEnded).toBe(false);
    db.epochName = 'fake:2';
    isDown = false;
    await pass(1_100);
    expect(reader.isEnded).toBe(true);
    expect(reader.error).toMatchObject({ data: { code: 'BUSY' } });

    const resumed = await follow(live, 2, { cursor: reader.cursor });
    expect(resumed.story).toEqual(['reset']);
    await scene.tell(db.send(1, 1, 'a'));
    expect(resumed.story).toEqual(['reset', 'sent a']);
  });
});
