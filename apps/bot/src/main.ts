import { createChatClient, fixedToken } from '@vibe/client';
import { runBot } from './bot.ts';
import { readEnv } from './env.ts';

const end = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());

try {
  const { VIBE_URL, VIBE_KEY } = readEnv();
  const onSignedOut = () => {
    console.error('The key was refused. Make a new one with `pnpm vibe service:create`.');
    process.exitCode = 1;
    end.abort();
  };
  const chat = createChatClient({ url: VIBE_URL, token: fixedToken(VIBE_KEY), onSignedOut });
  console.log(`Listening at ${VIBE_URL}. Ctrl-C stops it.`);
  await runBot(chat, end.signal);
  await chat.close();
} catch (error) {
  if (!end.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
