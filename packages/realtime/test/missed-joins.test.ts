import { expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { liveScene, pass } from './live-scene.ts';
import { follow } from './reader.ts';

test('a joining that nobody told of is found, though somebody who came later led the hub past it', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  const reader = await follow(live, 1);
  const created = db.create(1, [1, 2]);
  const later = await follow(live, 2);
  await scene.tell(created);
  await scene.tell(db.send(1, 2, 'hello'));
  await pass(2_000);
  expect(later.story).toContain('sent hello');
  expect(reader.story).toContain('created 1');
  await scene.tell(db.send(1, 2, 'again'));
  expect(reader.story).toContain('sent again');
});

test('what was written between such a joining and its discovery is told too', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  const reader = await follow(live, 1, { lane: 'message' });
  db.create(1, [1, 2]);
  db.send(1, 2, 'hello');
  await follow(live, 2);
  await pass(2_000);
  expect(reader.story).toEqual(['sent hello']);
});

test('a removal that nobody told of is told, though the hub never knew of the joining', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [2]);
  await pass(1_100);
  const reader = await follow(live, 1, { lane: 'conversation' });
  db.join(1, 1);
  db.remove(1, 1);
  await follow(live, 2);
  await pass(2_000);
  expect(reader.story).toEqual(['removed 1']);
});

test('a removal that the sweep has told of is not told again by a notice that comes late', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1]);
  await pass(1_100);
  const reader = await follow(live, 1);
  const late = db.remove(1, 1);
  await pass(10_000);
  expect(reader.story).toEqual(['removed 1']);
  await scene.tell(late);
  expect(reader.story).toEqual(['removed 1']);
});

test('a joining that the sweep is reading is not forgotten when the bus brings something else', async () => {
  const gate = new Gate();
  await using scene = await liveScene({
    changeLog: (log) => ({ ...log, fill: (...args) => gate.after(log.fill(...args)) }),
  });
  const { db, live } = scene;
  db.create(1, [2]);
  await pass(1_100);
  const reader = await follow(live, 1, { lane: 'conversation' });
  db.join(1, 1);
  gate.close();
  await pass(1_000);
  db.rename(1, 'New name');
  await scene.tell(db.send(1, 2, 'late'));
  gate.release();
  await pass(3_000);
  expect(reader.story).toEqual(['created 1', 'renamed New name']);
});

test('whoever is told of a newcomer by an old name is told the new one, though others were told before', async () => {
  await using scene = await liveScene();
  const { db, live } = scene;
  db.create(1, [1]);
  const reader = await follow(live, 1);
  const user = db.user(2);
  await scene.tell(db.renameUser(2, 'Bea'));
  const joined = db.join(1, 2);
  if (joined.topic !== 'conversation' || joined.changes[0]?.kind !== 'participant') throw new Error('It is.');
  joined.changes[0].participant.user = user;
  await scene.tell(joined);
  expect(reader.story).toEqual(['added 2']);
  await pass(3_000);
  expect(reader.story).toContain('user Bea');
  expect(reader.story.filter((line) => line === 'user Bea')).toHaveLength(1);
});
