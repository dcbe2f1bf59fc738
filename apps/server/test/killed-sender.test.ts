import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { openLossyProxy } from './lossy-proxy.ts';

const texts = ['one', 'two', 'three', 'four'];

function startSender(args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'outbox-sender.ts'), ...args]);
  let output = '';
  child.stderr.on('data', (data) => {
    output += String(data);
  });
  const end = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
  return {
    end,
    kill: () => child.kill('SIGKILL'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await end;
    },
  };
}

test.each([
  ['before the server heard of it', 'request'],
  ['after the server had stored it, before its answer came', 'answer'],
] as const)(
  'P2: a service that is killed %s sends what its outbox has when it starts again: once, in order',
  { timeout: 60_000 },
  async (_, where) => {
    await using database = await createTestDatabase('pglite');
    await using server = await startTestServer({ database });
    await using proxy = await openLossyProxy(server.url, { text: '"two"', where });
    await using directory = await mkdtempDisposable(join(tmpdir(), 'vibe-outbox-'));
    const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
    const { id } = await server.chat.createConversation(ana.caller, { type: 'direct', userId: leo.user.id });
    const stored = async () => {
      const { messages } = await server.chat.listMessages(leo.caller, { conversationId: id, limit: 50 });
      return messages.map(({ content }) => content);
    };
    const kept = async () =>
      JSON.parse(await readFile(join(directory.path, `outbox-${ana.user.id}.json`), 'utf8')) as {
        content: string;
      }[];
    const args = (url: string) => [`${url}/trpc`, ana.accessToken, directory.path, `${id}`];

    await using first = startSender([...args(proxy.url), ...texts]);
    await Promise.race([proxy.lost, first.end]);
    first.kill();
    expect((await first.end).signal).toBe('SIGKILL');
    expect(await stored()).toEqual(where === 'answer' ? ['one', 'two'] : ['one']);
    // That the second one is stored, the stream may have told before the end came.
    const unsent = [{ content: 'two' }, { content: 'three' }, { content: 'four' }];
    expect([unsent, unsent.slice(1)]).toContainEqual((await kept()).map(({ content }) => ({ content })));

    await using second = startSender(args(server.url));
    expect(await second.end).toMatchObject({ code: 0, output: '' });
    expect(await stored()).toEqual(texts);
    expect(await kept()).toEqual([]);
  },
);
