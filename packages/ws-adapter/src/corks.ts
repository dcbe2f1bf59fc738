import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

/** As a `Writable`: what is written to it while it is corked leaves when it is uncorked. */
export interface Corkable {
  readonly writableCorked: number;
  cork(): void;
  uncork(): void;
}

/** So many sockets are written to before other work has its turn: about a millisecond's worth. */
const slice = 200;

/** From so many sockets on, it is a crowd. Fewer wait for nobody. */
const crowdSockets = 500;

/** How long the next crowd waits for each millisecond that writing to the last one took, and at most. */
const restPerMs = 2;
const maxRestMs = 50;

/**
 * Gathers what is written to a socket within one turn of the event loop into one write. What goes to very many sockets leaves
 * over several turns, so that one huge room does not stall the rest; what is written to a socket that waits goes with it.
 *
 * After one crowd the next waits, for longer the longer that one took. A write costs about the same for one frame as for ten,
 * most of it in the kernel, so what a busy room says should leave together. The first after a pause waits for nothing.
 */
export class Corks {
  #corked: Corkable[] = [];
  /** They have come to a turn's end, and wait for the crowd before. */
  #crowd: Corkable[] = [];
  #isWriting = false;

  cork(socket: Corkable): void {
    if (socket.writableCorked > 0) return;
    socket.cork();
    if (this.#corked.push(socket) === 1) setImmediate(() => this.#endTurn());
  }

  #endTurn(): void {
    const corked = this.#corked;
    this.#corked = [];
    if (corked.length < crowdSockets) uncork(corked);
    else {
      this.#crowd = this.#crowd.concat(corked);
      if (!this.#isWriting) void this.#writeToCrowds();
    }
  }

  async #writeToCrowds(): Promise<void> {
    this.#isWriting = true;
    while (this.#crowd.length > 0) {
      const crowd = this.#crowd;
      this.#crowd = [];
      const tookMs = await uncorkBySlices(crowd);
      await sleep(Math.min(restPerMs * tookMs, maxRestMs));
    }
    this.#isWriting = false;
  }
}

/** Returns how many milliseconds it took, without those of others in between. */
async function uncorkBySlices(sockets: Corkable[]): Promise<number> {
  let tookMs = 0;
  for (let from = 0; from < sockets.length; from += slice) {
    if (from > 0) await turn();
    const begunAt = performance.now();
    uncork(sockets.slice(from, from + slice));
    tookMs += performance.now() - begunAt;
  }
  return tookMs;
}

function uncork(sockets: Corkable[]): void {
  for (const socket of sockets) socket.uncork();
}
