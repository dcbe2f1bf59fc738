import { after } from '../timer.ts';
import type { LiveStatus } from './connections.ts';

/** The people of another instance, as far as it has told of them. */
export interface Roster {
  readonly instanceId: string;
  /** The last of its changes that is known here; null before all of its people were. */
  revision: number | null;
  readonly people: Map<number, LiveStatus>;
  /** When it was last heard. */
  heardAt: Date;
  cancelEnd: () => void;
}

interface RostersDeps {
  /** It was not heard for long, or has said goodbye; it is no more among the others. */
  ended(roster: Roster): void;
  now(): Date;
}

/** The other instances. Each is kept as long as it is heard: one that was killed says nothing. */
export class Rosters {
  readonly #deps: RostersDeps;
  readonly #byInstance = new Map<string, Roster>();

  constructor(deps: RostersDeps) {
    this.#deps = deps;
  }

  get instanceIds(): string[] {
    return [...this.#byInstance.keys()];
  }

  byId(instanceId: string): Roster | undefined {
    return this.#byInstance.get(instanceId);
  }

  /** Whether they are online, or at least away, at any of them. */
  statusOf(userId: number): LiveStatus | null {
    let best: LiveStatus | null = null;
    for (const { people } of this.#byInstance.values()) {
      const status = people.get(userId);
      if (status === 'online') return status;
      best ??= status ?? null;
    }
    return best;
  }

  /** It was heard, and is kept for `keptMs` more. */
  hear(instanceId: string, keptMs: number): Roster {
    const known = this.#byInstance.get(instanceId);
    known?.cancelEnd();
    const roster = known ?? { instanceId, revision: null, people: new Map(), ...fresh(this.#deps.now()) };
    roster.heardAt = this.#deps.now();
    roster.cancelEnd = after(keptMs, () => this.#end(roster));
    this.#byInstance.set(instanceId, roster);
    return roster;
  }

  clear(): void {
    for (const { cancelEnd } of this.#byInstance.values()) cancelEnd();
    this.#byInstance.clear();
  }

  #end(roster: Roster): void {
    this.#byInstance.delete(roster.instanceId);
    this.#deps.ended(roster);
  }
}

const fresh = (heardAt: Date) => ({ heardAt, cancelEnd: () => {} });
