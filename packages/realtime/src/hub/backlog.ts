import type { Log } from '../log.ts';

interface Job {
  run(): Promise<void>;
  running: Promise<void> | null;
}

/**
 * Deliveries that wait for the database. A job that fails stays, and is run again by the sweep, whose mark may not pass
 * what a job has still to hand over.
 */
export class Backlog {
  readonly #jobs = new Set<Job>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  add(run: () => Promise<void>): void {
    const job: Job = { run, running: null };
    this.#jobs.add(job);
    void this.#start(job);
  }

  /** Resolves when every job there is now is done; failed ones get another try. Rejects when one fails again. */
  async settle(): Promise<void> {
    const jobs = [...this.#jobs];
    await Promise.all(jobs.map((job) => job.running ?? this.#start(job)));
    const failed = jobs.filter((job) => this.#jobs.has(job)).length;
    if (failed > 0) throw new Error(`${failed} deliveries still wait for the database`);
  }

  #start(job: Job): Promise<void> {
    job.running = this.#try(job);
    return job.running;
  }

  async #try(job: Job): Promise<void> {
    try {
      await job.run();
      this.#jobs.delete(job);
    } catch (error) {
      this.#log('a delivery failed; the sweep tries it again', error);
    } finally {
      job.running = null;
    }
  }
}
