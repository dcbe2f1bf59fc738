import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from 'pino';

/** Before another one takes the place of a worker that ended: what ended it may need a moment to pass. */
const restMs = 1_000;

/** So many processes of this program that share its port. One that ends is replaced. */
export class Crew {
  readonly #count: number;
  readonly #log: Logger;
  #isStopping = false;

  constructor(count: number, log: Logger) {
    this.#count = count;
    this.#log = log;
  }

  /** Resolves when all of them serve. False where the first one could not: it has said why. */
  async start(): Promise<boolean> {
    // Alone, so that what is wrong is said once, and the others find the database as they need it.
    if (!(await this.#hire())) return false;
    cluster.on('exit', (worker, code, signal) => this.#replace(worker, code, signal));
    await Promise.all(Array.from({ length: this.#count - 1 }, () => this.#hire()));
    return true;
  }

  /** Each stops as a process of its own would. Resolves when all have ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(end));
  }

  /** False where it ended before it served. */
  async #hire(): Promise<boolean> {
    const worker = cluster.fork();
    const listening = once(worker, 'listening').then(() => true);
    const ended = once(worker, 'exit').then(() => false);
    const serves = await Promise.race([listening, ended]);
    if (serves) this.#log.info({ worker: worker.process.pid }, 'a worker serves');
    return serves;
  }

  #replace({ process: { pid } }: Worker, code: number, signal: string): void {
    if (this.#isStopping) return;
    this.#log.error({ worker: pid, code, signal }, 'a worker ended; another one takes its place');
    setTimeout(() => this.#isStopping || void this.#hire(), restMs);
  }
}

async function end(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  await ended;
}
