import { limits } from '@vibe/contract';
import { readEnv } from './env.ts';
import { importChat } from './import-chat.ts';
import { openChat } from './open-chat.ts';
import { openStores } from './open-stores.ts';
import { HELP, parseOptions } from './options.ts';
import { progressBar } from './progress-bar.ts';
import { stopSignal } from './stop-signal.ts';
import { summary } from './summary.ts';

/** The command, with its arguments; returns its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  if (!options) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const { database } = readEnv();
  const chat = await openChat(options, limits.contentChars);
  await using stores = await openStores(database);
  const result = await withProgress(chat.messageCount, (onProgress) =>
    importChat({ stores, onProgress, signal: stopSignal() }, chat, options),
  );
  process.stdout.write(`${summary(result, chat, options)}\n`);
  return result.isComplete ? 0 : 130;
}

async function withProgress<T>(
  messageCount: number,
  work: (onProgress: (count: number) => void) => Promise<T>,
): Promise<T> {
  using bar = progressBar(messageCount);
  return await work(bar.advance);
}
