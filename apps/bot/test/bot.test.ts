import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Message } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { startTestServer, type TestServer, type TestUser } from '@vibe/server/testing';
import { expect, test, vi } from 'vitest';
import { answerId } from '../src/answer-id.ts';

const main = new URL('../src/main.ts', import.meta.url).pathname;

/** The real program, as somebody would run it. */
function startBot(server: TestServer, key: string) {
  const env = { ...process.env, VIBE_URL: `${server.url}/trpc`, VIBE_KEY: key };
  const child: ChildProcess = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    child,
    complaint: () => complaint,
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

async function createService(server: TestServer, fullName: string) {
  const user = await server.stores.users.createService(fullName);
  const sessionId = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await server.stores.sessions.create({
    id: sessionId,
    userId: user.id,
    scopes: [],
    refreshHash: null,
    label: 'test',
    expiresAt,
  });
  const caller = { userId: user.id, role: user.role, scopes: [], sessionId };
  return { user, key: await server.accessToken(caller, 3_600_000) };
}

async function write({ chat }: TestServer, { caller }: TestUser, conversationId: number, content: string) {
  return chat.sendMessage(caller, { conversationId, clientId: randomUUID(), content });
}

async function messagesOf({ chat }: TestServer, { caller }: TestUser, conversationId: number) {
  const { messages } = await chat.listMessages(caller, { conversationId, limit: 100 });
  return messages;
}

const saidBy = (messages: Message[], userId: number) =>
  messages.filter(({ senderId, kind }) => senderId === userId && kind === 'text');

test('it answers each message once, though it is killed again and again in the middle of traffic', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const coach = await createService(server, 'Coach');
  const ana = await server.signUp('Ana');
  const { id } = await server.chat.createConversation(ana.caller, { type: 'direct', userId: coach.user.id });

  const asked: Message[] = [];
  for (const round of [1, 2, 3]) {
    await using bot = startBot(server, coach.key);
    for (const turn of [1, 2, 3, 4, 5]) asked.push(await write(server, ana, id, `ping ${round}.${turn}`));
    // Killed once it has begun to answer, with most of the round still before it.
    await vi.waitFor(
      async () => {
        const answers = saidBy(await messagesOf(server, ana, id), coach.user.id);
        expect(answers.length).toBeGreaterThan((round - 1) * 5);
      },
      { timeout: 10_000, interval: 5 },
    );
    await bot.kill();
  }
  await using _bot = startBot(server, coach.key);
  asked.push(await write(server, ana, id, 'ping at last'));

  await vi.waitFor(
    async () => {
      const answers = saidBy(await messagesOf(server, ana, id), coach.user.id);
      expect(answers.map(({ clientId }) => clientId)).toEqual(asked.map((message) => answerId(message.id)));
      expect(answers.map(({ content }) => content)).toEqual(asked.map(() => 'pong'));
    },
    { timeout: 10_000 },
  );
}, 60_000);

test('in a group it answers only what names it, from the moment it was added', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const coach = await createService(server, 'Coach');
  const ana = await server.signUp('Ana');
  await using _bot = startBot(server, coach.key);
  const group = { type: 'group' as const, name: 'Marathon', userIds: [coach.user.id], historyVisible: true };
  const { id } = await server.chat.createConversation(ana.caller, group);

  await write(server, ana, id, 'ping, anyone?');
  const asked = await write(server, ana, id, '@coach a workout, please');
  await vi.waitFor(
    async () => {
      const answers = saidBy(await messagesOf(server, ana, id), coach.user.id);
      expect(answers.map(({ clientId }) => clientId)).toEqual([answerId(asked.id)]);
      expect(answers[0]?.content).toMatch(/^Today: /);
      const { receipts } = await server.chat.listReceipts(ana.caller, { conversationId: id, limit: 10 });
      expect(receipts.find(({ userId }) => userId === coach.user.id)?.readSeq).toBeGreaterThanOrEqual(
        asked.seq,
      );
    },
    { timeout: 10_000 },
  );
});

test('a key that is refused, or missing, ends it with a sentence', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const complaints = { nonsense: 'The key was refused.', '': 'VIBE_KEY must be set' };
  for (const [key, complaint] of Object.entries(complaints)) {
    await using bot = startBot(server, key);
    await once(bot.child, 'close');
    expect(bot.complaint()).toContain(complaint);
    expect(bot.child.exitCode).toBe(1);
  }
});
