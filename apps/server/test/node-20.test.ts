import { execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase } from '@vibe/db/testing';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';

const run = promisify(execFile);

/** The oldest Node that the client promises to run on: it is among the client's own development dependencies. */
const node20 = join(
  dirname(createRequire(import.meta.resolve('@vibe/client')).resolve('node-20/package.json')),
  'bin/node',
);

/** One file of plain JavaScript, with the client in it. */
async function bundle(entry: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, target: 'node20', emptyOutDir: false, minify: false },
  });
  return join(outDir, 'outbox-sender.js');
}

test('the client, built, sends from its outbox and follows the stream on Node 20', {
  timeout: 90_000,
}, async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  await using directory = await mkdtempDisposable(join(tmpdir(), 'vibe-node-20-'));
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const { id } = await server.chat.createConversation(ana.caller, { type: 'direct', userId: leo.user.id });
  const program = await bundle(join(import.meta.dirname, 'outbox-sender.ts'), directory.path);
  expect((await run(node20, ['--version'])).stdout).toMatch(/^v20\./);

  const args = [`${server.url}/trpc`, ana.accessToken, join(directory.path, 'outbox'), `${id}`];
  const { stderr } = await run(node20, [program, ...args, 'one', 'two']);
  expect(stderr).toBe('');
  const { messages } = await server.chat.listMessages(leo.caller, { conversationId: id, limit: 50 });
  expect(messages.map(({ content }) => content)).toEqual(['one', 'two']);
});
