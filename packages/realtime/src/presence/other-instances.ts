import { randomUUID } from 'node:crypto';
import type { Bus, Clock, Notice, PresenceNotice } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { after } from '../timer.ts';
import type { LiveStatus } from './connections.ts';
import { type Roster, Rosters } from './roster.ts';

/** How often an instance says that it lives, and where its people stand. */
const beatMs = 3_000;
/** Requests for a roster come from all others at once: one answer does for all. */
const gatherMs = 100;

interface OtherInstancesDeps {
  bus: Bus;
  clock: Clock;
  /** Everybody connected here. */
  own(): Iterable<readonly [userId: number, LiveStatus]>;
  /** That person's status elsewhere may be another one. `lastSeenAt`: should they be offline now. */
  changed(userId: number, lastSeenAt: string | null): void;
  /** Those people were at an instance that ended without a word, and it is for this one to remember when. */
  lost(userIds: number[], lastSeenAt: Date): void;
}

/**
 * Who is connected at the other instances: they tell each change, and every few seconds how many changes there were, so that
 * whoever missed one asks for the whole. An instance that is not heard for `limits.presenceExpiryMs` has nobody any more.
 */
export class OtherInstances {
  readonly #deps: OtherInstancesDeps;
  readonly #instanceId = randomUUID();
  readonly #rosters: Rosters;
  readonly #unsubscribe: () => void;
  readonly #beating: NodeJS.Timeout;
  #revision = 0;
  #cancelAnswer: (() => void) | null = null;

  constructor(deps: OtherInstancesDeps) {
    this.#deps = deps;
    this.#rosters = new Rosters({ now: () => deps.clock.now(), ended: (roster) => this.#ended(roster) });
    this.#unsubscribe = deps.bus.subscribe((notice) => this.#hear(notice));
    this.#beating = setInterval(() => this.#beat(), beatMs).unref();
    this.#beat();
  }

  /** Null when they are connected at none of the others. */
  statusOf(userId: number): LiveStatus | null {
    return this.#rosters.statusOf(userId);
  }

  /** Tells the others of somebody here. */
  tell(userId: number, status: LiveStatus | 'offline', lastSeenAt: string | null): void {
    this.#revision += 1;
    this.#publish({ topic: 'presence', ...this.#self(), userId, status, lastSeenAt });
  }

  /** Says goodbye: the people here stay online for as long as they may take to connect elsewhere. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#beating);
    this.#cancelAnswer?.();
    this.#rosters.clear();
    this.#publish({ topic: 'instance', ...this.#self(), isLeaving: true });
  }

  #self(): { instanceId: string; revision: number } {
    return { instanceId: this.#instanceId, revision: this.#revision };
  }

  #publish(notice: PresenceNotice): void {
    this.#deps.bus.publish(notice);
  }

  #beat(): void {
    this.#publish({ topic: 'instance', ...this.#self(), isLeaving: false });
  }

  #hear(notice: Notice): void {
    if (!('instanceId' in notice)) return;
    const isOwn = notice.instanceId === this.#instanceId;
    if (notice.topic === 'rosterWanted') {
      if (isOwn) this.#cancelAnswer ??= after(gatherMs, () => this.#answer());
    } else if (!isOwn) this.#hearOther(notice);
  }

  #hearOther(notice: Exclude<PresenceNotice, { topic: 'rosterWanted' }>): void {
    const isNew = !this.#rosters.byId(notice.instanceId);
    const isLeaving = notice.topic === 'instance' && notice.isLeaving;
    const keptMs = isLeaving ? limits.presenceGraceMs : limits.presenceExpiryMs;
    const roster = this.#rosters.hear(notice.instanceId, keptMs);
    // A new one has not heard of us either.
    if (isNew && !isLeaving) this.#beat();
    if (notice.topic === 'presence') this.#takeChange(roster, notice);
    else if (notice.topic === 'roster') this.#takeAll(roster, notice);
    else if (roster.revision !== notice.revision && !isLeaving) {
      this.#publish({ topic: 'rosterWanted', instanceId: roster.instanceId });
    }
  }

  #takeChange(roster: Roster, notice: Extract<PresenceNotice, { topic: 'presence' }>): void {
    const { revision, userId, status, lastSeenAt } = notice;
    if (roster.revision !== null && revision <= roster.revision) return;
    // After a hole it is still news, but what else changed is not known: the next beat shows that.
    roster.revision = roster.revision === revision - 1 ? revision : null;
    if (status === 'offline') roster.people.delete(userId);
    else roster.people.set(userId, status);
    this.#deps.changed(userId, lastSeenAt);
  }

  #takeAll(roster: Roster, notice: Extract<PresenceNotice, { topic: 'roster' }>): void {
    if (roster.revision !== null && notice.revision <= roster.revision) return;
    const before = [...roster.people.keys()];
    roster.revision = notice.revision;
    roster.people.clear();
    for (const userId of notice.onlineIds) roster.people.set(userId, 'online');
    for (const userId of notice.awayIds) roster.people.set(userId, 'away');
    const concerned = new Set([...before, ...roster.people.keys()]);
    for (const userId of concerned) this.#deps.changed(userId, roster.heardAt.toISOString());
  }

  #answer(): void {
    this.#cancelAnswer = null;
    const own = [...this.#deps.own()];
    const idsOf = (wanted: LiveStatus) =>
      own.flatMap(([userId, status]) => (status === wanted ? [userId] : []));
    this.#publish({
      topic: 'roster',
      ...this.#self(),
      onlineIds: idsOf('online'),
      awayIds: idsOf('away'),
    });
  }

  #ended({ people, heardAt }: Roster): void {
    const userIds = [...people.keys()];
    for (const userId of userIds) this.#deps.changed(userId, heardAt.toISOString());
    // While the bus is away nobody knows whether it ended. Of those who heard its end, one remembers it.
    const isFirst = this.#rosters.instanceIds.every((instanceId) => this.#instanceId < instanceId);
    if (this.#deps.bus.isConnected && isFirst) this.#deps.lost(userIds, heardAt);
  }
}
