import { randomUUID } from 'node:crypto';
import { createChatClient, fixedToken, latestRun } from '@vibe/client';
import { limits } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { createLine } from './model/line.ts';

test('P35: whoever missed too many messages drops those of that conversation, and has its end', {
  timeout: 60_000,
}, async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const { id } = await server.chat.createConversation(ana.caller, { type: 'direct', userId: leo.user.id });
  const say = (content: string) =>
    server.chat.sendMessage(leo.caller, { conversationId: id, clientId: randomUUID(), content });
  const first = await say('first');

  const line = createLine();
  const client = createChatClient({
    url: `${server.url}/trpc`,
    token: fixedToken(ana.accessToken),
    WebSocket: line.WebSocket,
  });
  client.sync.start();
  client.sync.openConversation(id);
  const known = () => client.sync.getState().chat.conversations.get(id);
  const shown = () => {
    const group = known();
    return group ? latestRun(group).map(({ content }) => content) : [];
  };
  await vi.waitFor(() => expect(shown()).toEqual(['first']));
  await vi.waitFor(() => expect(client.sync.getState().isCaughtUp).toBe(true));
  line.goDown();
  line.cut();
  await server.chat.editMessage(leo.caller, { messageId: first.id, content: 'first, mended' });
  const contents = Array.from({ length: limits.replayMessages }, (_, index) => `missed ${index}`);
  for (const content of contents) await say(content);
  line.comeUp();

  await vi.waitFor(() => {
    expect(known()).toMatchObject({
      isStale: false,
      conversation: { lastSeq: contents.length + 1, unreadCount: contents.length + 1 },
    });
    expect(shown()).toEqual(contents.slice(-limits.pageRowsDefault));
  });
  const told = line.received.map(({ event }) => event.type);
  expect(told).toContain('conversation.truncated');
  expect(told).not.toContain('reset');
  expect(told).not.toContain('message.sent');
  expect(known()?.messages.some(({ content }) => content === 'first')).toBe(false);
  await client.close();
});
