import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../apps/server/src/main.ts');

/** A server in a process of its own, on a free port. Disposing of it stops it gracefully. */
export interface Instance extends AsyncDisposable {
  url: string;
  pid: number | undefined;
  /** What it said when it had started. */
  output: string;
}

export async function startInstance(env: Record<string, string>): Promise<Instance> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // Else a Ctrl-C would reach it too, before its Redis and Postgres are done with.
    detached: true,
  });
  const exited = once(child, 'exit');
  const { promise: started, resolve, reject } = Promise.withResolvers<string>();
  let output = '';
  child.stdout.on('data', (data) => {
    output += String(data);
    const url = /Vibe Chat is at (\S+)/.exec(output)?.[1];
    if (url && output.includes('Ctrl-C stops it.')) resolve(url);
  });
  void exited.then(([code]) => reject(new Error(`an instance ended with ${code}`)));
  const url = await started;
  return {
    url,
    pid: child.pid,
    output,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
