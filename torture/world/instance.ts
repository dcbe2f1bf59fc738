import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/free-port.ts';

const main = join(import.meta.dirname, '../../apps/server/src/main.ts');
/** As whoever runs the server would: it is started again when it ends. */
const restartMs = 500;

/** One process of the server, kept running. For `await using`. */
export interface Instance extends AsyncDisposable {
  readonly port: number;
  /** Whether it takes connections, as a balancer would see it. */
  readonly isUp: boolean;
  /** What it did that no instance may: ended by itself while it served. */
  readonly violations: readonly string[];
  /** It ends as it is. */
  kill(): Promise<void>;
  /** After `kill`: it is kept running again. Resolves when it serves. */
  start(): Promise<void>;
  /** It serves, now or soon. */
  untilUp(): Promise<void>;
}

export async function startInstance(
  name: string,
  env: Record<string, string>,
  logFile: string,
): Promise<Instance> {
  const port = await freePort();
  const log = createWriteStream(logFile, { flags: 'a' });
  const violations: string[] = [];
  let child: ChildProcess | null = null;
  let isUp = false;
  let isWanted = false;
  let up = Promise.withResolvers<void>();

  const spawnOnce = async (): Promise<void> => {
    const { PATH = '', TMPDIR = '/tmp' } = process.env;
    const own = spawn(process.execPath, [main], {
      env: { PATH, TMPDIR, HOST: '127.0.0.1', PORT: `${port}`, LOG_LEVEL: 'warn', ...env },
    });
    child = own;
    log.write(`--- ${new Date().toISOString()} started as ${own.pid}\n`);
    own.stderr.on('data', (data) => log.write(data));
    own.stdout.on('data', (data) => {
      log.write(data);
      if (!String(data).includes('Ctrl-C stops it.')) return;
      isUp = true;
      up.resolve();
    });
    const [code, signal] = await once(own, 'close');
    log.write(`--- ${new Date().toISOString()} ended with ${code ?? signal}\n`);
    if (isUp && isWanted) violations.push(`instance ${name} ended by itself, with ${code ?? signal}`);
    if (isUp) up = Promise.withResolvers();
    isUp = false;
  };
  /** An instance whose database is away ends with a sentence, and is started again. */
  const keepRunning = async (): Promise<void> => {
    while (isWanted) {
      await spawnOnce();
      if (isWanted) await sleep(restartMs);
    }
  };
  let running = Promise.resolve();
  const start = (): Promise<void> => {
    if (!isWanted) {
      isWanted = true;
      running = keepRunning();
    }
    return up.promise;
  };
  const kill = async (): Promise<void> => {
    isWanted = false;
    child?.kill('SIGKILL');
    await running;
  };
  return {
    port,
    get isUp() {
      return isUp;
    },
    violations,
    kill,
    start,
    untilUp: () => up.promise,
    async [Symbol.asyncDispose]() {
      await kill();
      log.end();
    },
  };
}
