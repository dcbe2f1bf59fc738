import type { Writable } from 'node:stream';

type Corkable = Pick<Writable, 'cork' | 'uncork' | 'writableCorked'>;

/** So many sockets are written to before other work has its turn: about a millisecond's worth. */
const slice = 200;

/**
 * Gathers what is written to a socket within one turn of the event loop into one write. What goes to very many sockets leaves
 * over several turns, so that one huge room does not stall the rest; what is written to a socket that waits goes with it.
 */
export class Corks {
  #corked: Corkable[] = [];

  cork(socket: Corkable): void {
    if (socket.writableCorked > 0) return;
    socket.cork();
    if (this.#corked.push(socket) === 1) setImmediate(() => this.#uncork());
  }

  #uncork(): void {
    const [now, later] = [this.#corked.slice(0, slice), this.#corked.slice(slice)];
    this.#corked = later;
    if (later.length > 0) setImmediate(() => this.#uncork());
    for (const socket of now) socket.uncork();
  }
}
