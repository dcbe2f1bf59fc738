import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inherited } from './env.ts';
import { audience } from './token-issuer.ts';

const program = join(import.meta.dirname, '../../../server/src/main.ts');

export interface ChatServer extends AsyncDisposable {
  url: string;
}

/** The chat, told to believe that platform's tokens and to let its pages in: all that embedding takes on the server. */
export async function startChatServer(
  host: { origin: string },
  { port, dataDir }: { port: number; dataDir: string },
): Promise<ChatServer> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...inherited,
      PORT: String(port),
      DATA_DIR: dataDir,
      ALLOWED_ORIGINS: host.origin,
      JWKS_URL: `${host.origin}/jwks.json`,
      JWT_ISSUER: host.origin,
      JWT_AUDIENCE: audience,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const url = await Promise.race([addressIn(child.stdout), exit.then(() => null)]);
  if (url === null) throw new Error('The chat server did not start.');
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Where the program says that it is. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string | null> {
  let said = '';
  for await (const chunk of output) {
    said += chunk;
    const [address] = /http:\/\/localhost:\d+/.exec(said) ?? [];
    if (address) return address;
  }
  return null;
}
