import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** A process of ours, what it has printed, and how it ended. For `await using`. */
export class Program implements AsyncDisposable {
  output = '';
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly #child: ChildProcess;

  constructor(file: string, args: string[], env: Record<string, string>) {
    const { PATH = '', TMPDIR = '/tmp' } = process.env;
    this.#child = spawn(process.execPath, [join(source, file), ...args], { env: { PATH, TMPDIR, ...env } });
    this.#child.stdout?.on('data', (data) => {
      this.output += String(data);
    });
    this.#child.stderr?.on('data', (data) => {
      this.output += String(data);
    });
    this.exit = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }));
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exit;
  }
}

/** Starts the server as a person would, and waits until it says where it is. */
export async function spawnServer(env: Record<string, string>): Promise<Program & { url: string }> {
  const program = new Program('main.ts', [], { PORT: '0', HOST: '127.0.0.1', ...env });
  await expect.poll(() => program.output, { timeout: 60_000 }).toContain('Ctrl-C stops it.');
  const url = /Vibe Chat is at (\S+)/.exec(program.output)?.[1] ?? '';
  return Object.assign(program, { url });
}
