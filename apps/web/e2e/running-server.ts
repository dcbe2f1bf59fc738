import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of ours that has said its address. For `await using`. */
export interface Running extends AsyncDisposable {
  url: string;
  dataDir: string;
}

const server = new URL('../../server/src/main.ts', import.meta.url).pathname;
const northgate = new URL('../../embed/src/server/main.ts', import.meta.url).pathname;

/** The server that people start, on a data directory of its own, with the demo cast. */
export const startServer = (): Promise<Running> => startProgram(server, { SEED: 'true', DATABASE_URL: '' });

/** The host platform, with a chat of its own. The address is the platform's. */
export const startNorthgate = (): Promise<Running> =>
  startProgram(northgate, { CHAT_PORT: '0', SEED: '', DATABASE_URL: '' });

/** On a free port and new data. */
async function startProgram(file: string, variables: NodeJS.ProcessEnv): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vibe-e2e-'));
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, ...variables };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
  });
  return {
    url,
    dataDir,
    async [Symbol.asyncDispose]() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      await rm(dataDir, { recursive: true });
    },
  };
}
