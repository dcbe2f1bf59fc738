import type { Socket } from 'node:net';

/** Gathers what is written to a socket within one turn of the event loop into one write. */
export class Corks {
  #corked: Socket[] = [];

  cork(socket: Socket): void {
    if (socket.writableCorked > 0) return;
    socket.cork();
    if (this.#corked.push(socket) === 1) setImmediate(() => this.#uncork());
  }

  #uncork(): void {
    const sockets = this.#corked;
    this.#corked = [];
    for (const socket of sockets) socket.uncork();
  }
}
