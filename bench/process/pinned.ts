import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** The server has one processor to itself, the load generator another. Whatever else takes part is where the system puts it. */
export const processorOf = { server: 0, load: 1 } as const;
export type Part = keyof typeof processorOf;

/** Whether processes can be held to a processor here. Where they cannot, figures are less steady, and the run says so. */
export const canPin: boolean =
  process.platform === 'linux' && availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

export interface PinnedOptions {
  part: Part;
  file: string;
  args?: string[];
  env?: Record<string, string>;
  nodeOptions?: string[];
}

/** A program of ours. For `await using`. */
export interface Pinned extends AsyncDisposable {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it printed that matches, once it has. @throws with all it printed, if it ends before */
  printed(pattern: RegExp): Promise<string>;
}

export function startPinned({ part, file, args = [], env = {}, nodeOptions = [] }: PinnedOptions): Pinned {
  const { PATH = '', TMPDIR = '/tmp' } = process.env;
  const command = [process.execPath, ...nodeOptions, file, ...args];
  const [program = '', ...rest] = canPin
    ? ['taskset', '--cpu-list', `${processorOf[part]}`, ...command]
    : command;
  const child = spawn(program, rest, {
    env: { PATH, TMPDIR, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // `taskset` becomes the program, so that this is its number.
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started`);
  let output = '';
  const hear = (data: unknown) => {
    output += String(data);
    child.emit('printed');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = once(child, 'close');
  // A run that is broken off should not leave it behind.
  const killAtExit = () => void child.kill('SIGKILL');
  process.on('exit', killAtExit);
  return {
    pid,
    child,
    async printed(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match) return match[1] ?? match[0];
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${file} ended:\n${output}`);
        await Promise.race([once(child, 'printed'), ended]);
      }
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', killAtExit);
      child.kill('SIGKILL');
      await ended;
    },
  };
}
