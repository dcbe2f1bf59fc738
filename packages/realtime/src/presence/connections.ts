import type { Clock } from '@vibe/chat';
import { after } from '../timer.ts';

export type LiveStatus = 'online' | 'away';

interface Connection {
  id: string;
  isAway: boolean;
}

interface Connected {
  connections: Set<Connection>;
  status: LiveStatus;
  lastSeenAt: Date;
  cancelGrace: (() => void) | null;
}

interface ConnectionsDeps {
  clock: Clock;
  graceMs: number;
  /** `offline` comes a grace after the last connection closed, with the time when it did. */
  changed(userId: number, status: LiveStatus | 'offline', lastSeenAt: Date): void;
}

/** The sockets of this instance, by person. A person is away when all of their connections are. */
export class Connections {
  readonly #deps: ConnectionsDeps;
  readonly #byUser = new Map<number, Connected>();

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps;
  }

  /** Null when they have none here, and the grace is over. */
  statusOf(userId: number): LiveStatus | null {
    return this.#byUser.get(userId)?.status ?? null;
  }

  /** Everybody here. */
  *statuses(): Generator<readonly [userId: number, LiveStatus], void, undefined> {
    for (const [userId, { status }] of this.#byUser) yield [userId, status];
  }

  /** Returns what closes it. */
  open(userId: number, connectionId: string): () => void {
    const connection: Connection = { id: connectionId, isAway: false };
    const known = this.#byUser.get(userId);
    const connected = known ?? this.#first(userId);
    connected.cancelGrace?.();
    connected.cancelGrace = null;
    connected.connections.add(connection);
    if (known) this.#update(userId, connected);
    else this.#deps.changed(userId, 'online', connected.lastSeenAt);
    return () => this.#close(userId, connected, connection);
  }

  setAway(userId: number, connectionId: string, isAway: boolean): void {
    const connected = this.#byUser.get(userId);
    if (!connected) return;
    for (const connection of connected.connections) {
      if (connection.id === connectionId) connection.isAway = isAway;
    }
    this.#update(userId, connected);
  }

  /** Everybody here and when they were last seen; none of them is here any more. */
  takeAll(): [userId: number, lastSeenAt: Date][] {
    const all = [...this.#byUser];
    this.#byUser.clear();
    return all.map(([userId, { connections, lastSeenAt, cancelGrace }]) => {
      cancelGrace?.();
      return [userId, connections.size > 0 ? this.#deps.clock.now() : lastSeenAt];
    });
  }

  #first(userId: number): Connected {
    const connected: Connected = {
      connections: new Set(),
      status: 'online',
      lastSeenAt: this.#deps.clock.now(),
      cancelGrace: null,
    };
    this.#byUser.set(userId, connected);
    return connected;
  }

  #close(userId: number, connected: Connected, connection: Connection): void {
    if (!connected.connections.delete(connection) || this.#byUser.get(userId) !== connected) return;
    if (connected.connections.size > 0) this.#update(userId, connected);
    else this.#beginGrace(userId, connected);
  }

  #beginGrace(userId: number, connected: Connected): void {
    connected.lastSeenAt = this.#deps.clock.now();
    connected.cancelGrace = after(this.#deps.graceMs, () => {
      this.#byUser.delete(userId);
      this.#deps.changed(userId, 'offline', connected.lastSeenAt);
    });
  }

  #update(userId: number, connected: Connected): void {
    if (connected.connections.size === 0) return;
    const isAway = [...connected.connections].every((connection) => connection.isAway);
    const status = isAway ? 'away' : 'online';
    if (status === connected.status) return;
    connected.status = status;
    this.#deps.changed(userId, status, this.#deps.clock.now());
  }
}
