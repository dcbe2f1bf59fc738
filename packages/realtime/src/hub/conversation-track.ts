import type { Change, Fill } from '@vibe/chat';
import type { Log } from '../log.ts';
import { after } from '../timer.ts';

/** Changes that may wait behind a hole. What comes beyond is dropped; the fill finds it. */
const maxWaiting = 1_000;

interface TrackDeps {
  holeWaitMs: number;
  log: Log;
  fill(knownVersion: number): Promise<Fill>;
  /**
   * Takes changes that follow each other, and where the track stood before them. Between those of a fill numbers may be
   * missing: they were overwritten.
   */
  deliver(changes: Change[], stoodAt: number): void;
  /** How many members there were at the fill's version. */
  counted(participantCount: number): void;
  /** All that could be let through has been. */
  rested(): void;
}

/**
 * Where the hub stands in one conversation. It lets each change through once, in rising version. Before a hole (12 after
 * 10) it waits a moment for a reordered change, then reads from the database whatever lies between.
 */
export class ConversationTrack {
  /** What happened up to here has never been let through. */
  readonly startVersion: number;
  readonly #deps: TrackDeps;
  #version: number;
  /** The highest version known to exist. */
  #expected = 0;
  readonly #waiting = new Map<number, Change>();
  #cancelWait: (() => void) | null = null;
  #filling: Promise<void> | null = null;
  #isClosed = false;

  constructor(version: number, deps: TrackDeps) {
    this.startVersion = version;
    this.#version = version;
    this.#deps = deps;
  }

  get version(): number {
    return this.#version;
  }

  receive(changes: Change[]): void {
    for (const change of changes) {
      this.#expected = Math.max(this.#expected, change.version);
      if (change.version > this.#version && this.#waiting.size < maxWaiting) {
        this.#waiting.set(change.version, change);
      }
    }
    this.#advance();
  }

  /** That version exists: if its change does not come by itself, it is fetched. */
  expect(version: number): void {
    this.#expected = Math.max(this.#expected, version);
    this.#advance();
  }

  /** Resolves when the track stands at `version` or beyond. Rejects when the database could not be read. */
  async reach(version: number): Promise<void> {
    // A fill in flight may have been read too early.
    await this.#filling?.catch(() => {});
    if (this.#isClosed || this.#version >= version) return;
    await this.#fill();
    if (this.#version < version && !this.#isClosed) {
      throw new Error(`a conversation's version ${version} was announced, but it reads as ${this.#version}`);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    this.#cancelWait?.();
  }

  #advance(): void {
    for (let run = this.#takeRun(); run.length > 0; run = this.#takeRun()) {
      const stoodAt = this.#version;
      this.#version += run.length;
      this.#deps.deliver(run, stoodAt);
    }
    this.#deps.rested();
    if (this.#isClosed || this.#version >= this.#expected) this.#stopWaiting();
    else this.#cancelWait ??= after(this.#deps.holeWaitMs, () => this.#endWait());
  }

  /** Messages that follow each other, which are told in one go, or one other change. Nothing before a hole. */
  #takeRun(): Change[] {
    const run: Change[] = [];
    for (let version = this.#version + 1; ; version += 1) {
      const next = this.#waiting.get(version);
      if (!next || (run.length > 0 && next.kind !== 'message')) return run;
      this.#waiting.delete(version);
      run.push(next);
      if (next.kind !== 'message') return run;
    }
  }

  #stopWaiting(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  #endWait(): void {
    this.#cancelWait = null;
    // On failure the next change, or the sweep, tries again.
    this.#fill().catch((error) => this.#deps.log('a hole could not be filled', error));
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#read().finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  async #read(): Promise<void> {
    const expected = this.#expected;
    const fill = await this.#deps.fill(this.#version);
    if (this.#isClosed) return;
    // What was announced before the read, and is not there, does not exist: do not ask for it again and again.
    if (this.#expected === expected) this.#expected = Math.min(expected, fill.version);
    // Changes that came from the bus in the meantime may have led further than the fill.
    if (fill.version > this.#version) this.#take(fill);
    this.#advance();
  }

  #take({ version, participantCount, changes }: Fill): void {
    const stoodAt = this.#version;
    const news = changes.filter((change) => change.version > stoodAt);
    this.#version = version;
    for (const waiting of this.#waiting.keys()) {
      if (waiting <= version) this.#waiting.delete(waiting);
    }
    this.#deps.counted(participantCount);
    this.#deps.deliver(news, stoodAt);
  }
}
