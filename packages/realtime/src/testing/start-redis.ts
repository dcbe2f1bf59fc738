import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../../scripts/free-port.ts';
import { ensureRedis } from './ensure-redis.ts';

/** A real Redis on a free port, which stores nothing, and what may happen to it. For `await using`. */
export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  /** Undefined while it is not running. */
  readonly pid: number | undefined;
  /** It keeps its connections, and says nothing any more. */
  hang(): void;
  /** The end of that. */
  goOn(): void;
  /** It is killed: its connections break, and its port refuses new ones. */
  kill(): Promise<void>;
  /** It is back, on the same port. */
  start(): Promise<void>;
}

export interface RedisServerOptions {
  /** It is a node of a Redis Cluster, which has these slots, as Redis writes a range: `0 16383` is all there are. */
  slots?: string;
  password?: string;
}

export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const port = await freePort();
  const { slots, password } = options;
  const dir = await mkdtemp(join(tmpdir(), 'vibe-redis-'));
  const command = ensureRedis();
  let child: ChildProcess | null = null;

  const start = async () => {
    const args = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      dir,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    if (password !== undefined) args.push('--requirepass', password);
    if (slots !== undefined) args.push('--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1');
    child = spawn(command, args, { stdio: 'ignore' });
    await untilItAnswers(port, child);
    // One that is started again remembers them, and says so.
    if (slots !== undefined) await askRedis(port, `CLUSTER ADDSLOTSRANGE ${slots}`);
  };
  // A test that never gets to its end should not leave it behind.
  const killAtExit = () => void child?.kill('SIGKILL');
  process.on('exit', killAtExit);
  const kill = async () => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null) return;
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  };
  await start();
  return {
    url: `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`,
    get pid() {
      return child?.pid;
    },
    hang: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    kill,
    start,
    async [Symbol.asyncDispose]() {
      process.off('exit', killAtExit);
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
    await sleep(20);
  }
}

/** Whether it says anything: without the password, that it wants one. */
async function answers(port: number): Promise<boolean> {
  return /^[+]PONG|^-NOAUTH/.test(await askRedis(port, 'PING').catch(() => ''));
}

/** What it answers to one command; only the beginning of what is long. */
export async function askRedis(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [answer] = await once(socket, 'data');
    return String(answer);
  } finally {
    socket.destroy();
  }
}
