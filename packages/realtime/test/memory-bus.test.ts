import type { Notice } from '@vibe/chat';
import { expect, test } from 'vitest';
import { memoryBus } from '../src/index.ts';

const notice = (userId: number): Notice => ({ topic: 'typing', conversationId: 1, userId, isTyping: true });

test('every listener hears every notice, in order, and never during the publishing', async () => {
  const bus = memoryBus();
  const heard: [string, Notice][] = [];
  bus.subscribe((each) => heard.push(['a', each]));
  bus.subscribe((each) => heard.push(['b', each]));
  bus.publish(notice(1));
  bus.publish(notice(2));
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([
    ['a', notice(1)],
    ['b', notice(1)],
    ['a', notice(2)],
    ['b', notice(2)],
  ]);
});

test('a listener hears what was published after it subscribed, until it ends that', async () => {
  const bus = memoryBus();
  bus.publish(notice(1));
  const heard: Notice[] = [];
  const end = bus.subscribe((each) => heard.push(each));
  bus.publish(notice(2));
  await Promise.resolve();
  bus.publish(notice(3));
  end();
  await Promise.resolve();
  expect(heard).toEqual([notice(2)]);
});
