import { once } from 'node:events';
import { startChatServer } from './chat-server.ts';
import { readEnv } from './env.ts';
import { people } from './people.ts';
import { startPlatform } from './platform.ts';

/** Runs the platform and its chat until somebody stops it. */
async function run(): Promise<void> {
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const env = readEnv();
  await using platform = await startPlatform(env.PORT);
  await using chat = await startChatServer(platform, { port: env.CHAT_PORT, dataDir: env.DATA_DIR });
  const api = `${chat.url}/trpc`;
  await introduce(await platform.tokens(), api);
  platform.setChatUrl(api);
  process.stdout.write(`
  Northgate Fitness is at ${platform.origin}
  Its chat runs at ${chat.url}

  Sign in there as ${people.map(({ name }) => name).join(', ')}: in two browsers, to talk to yourself.
  Ctrl-C stops both.

`);
  await stopped;
}

/** The chat makes its people when it first sees them. Those of a demo should find each other at once. */
async function introduce(tokens: string[], api: string): Promise<void> {
  for (const token of tokens) {
    const { ok, status } = await fetch(`${api}/auth.me`, { headers: { authorization: `Bearer ${token}` } });
    if (!ok) throw new Error(`The chat refused a token of the platform (${status}).`);
  }
}

await run();
process.exit(0);
