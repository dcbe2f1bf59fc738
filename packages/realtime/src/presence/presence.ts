import type { Bus, Clock, Live, LiveSource, UserStore } from '@vibe/chat';
import { limits, type Presence, type PresenceEvent } from '@vibe/contract';
import { ephemeralStream } from '../hub/ephemeral-stream.ts';
import type { HubObserver } from '../hub/hub-context.ts';
import type { StreamDeps } from '../hub/stream-deps.ts';
import type { Log } from '../log.ts';
import { Connections, type LiveStatus } from './connections.ts';
import { OtherInstances } from './other-instances.ts';
import { Watcher } from './watcher.ts';
import { Watchers } from './watchers.ts';

type PresenceRequest = Parameters<Live['presence']>[0];
type LastSeen = Pick<Presence, 'userId' | 'lastSeenAt'>;

export type PresenceUsers = Pick<UserStore, 'lastSeen' | 'setLastSeen' | 'sharingConversation'>;

export interface PresenceDeps {
  streams: StreamDeps;
  bus: Bus;
  users: PresenceUsers;
  clock: Clock;
  log: Log;
}

/** Who is there, told to people who share a conversation with them and have them on their screen. */
export class PresenceBoard implements HubObserver {
  readonly #deps: PresenceDeps;
  readonly #connections: Connections;
  readonly #others: OtherInstances;
  readonly #watchers: Watchers;
  /** As every instance has it; whoever is not in it is offline. */
  readonly #live = new Map<number, LiveStatus>();

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
    this.#connections = new Connections({
      clock: deps.clock,
      graceMs: limits.presenceGraceMs,
      changed: (userId, status, at) => {
        if (status === 'offline') void this.#goOffline(userId, at);
        else this.#tell(userId, status, null);
      },
    });
    this.#others = new OtherInstances({
      bus: deps.bus,
      clock: deps.clock,
      own: () => this.#connections.statuses(),
      changed: (userId, lastSeenAt) => this.#update(userId, lastSeenAt),
      lost: (userIds, at) => void this.#remember(userIds, at),
    });
    this.#watchers = new Watchers((watcher) => this.#recheck(watcher), deps.log);
  }

  connect(userId: number, connectionId: string): () => void {
    return this.#connections.open(userId, connectionId);
  }

  setAway(userId: number, connectionId: string, isAway: boolean): void {
    this.#connections.setAway(userId, connectionId, isAway);
  }

  onlineUserIds(): number[] {
    return [...this.#live.keys()].sort((a, b) => a - b);
  }

  stream(request: PresenceRequest): LiveSource<PresenceEvent> {
    return ephemeralStream(this.#deps.streams, { ...request, conversationId: null }, () => {
      const watcher = new Watcher(request.userId, request.userIds);
      return {
        buffer: watcher.presences,
        begin: () => this.#begin(watcher),
        toEvents: (presences) => [{ type: 'presence.changed', presences }],
        end: () => this.#watchers.delete(watcher),
      };
    });
  }

  memberJoined(_conversationId: number, userId: number): void {
    this.#watchers.recheck(userId);
  }

  memberIntroduced(_conversationId: number, userId: number): void {
    this.#watchers.recheck(userId);
  }

  memberLeft(_conversationId: number, userId: number): void {
    this.#watchers.recheck(userId);
  }

  /** Everybody who was connected here is remembered as last seen now. */
  async close(): Promise<void> {
    this.#watchers.clear();
    this.#others.close();
    const all = this.#connections.takeAll();
    await Promise.all(all.map(([userId, lastSeenAt]) => this.#rememberOne(userId, lastSeenAt)));
  }

  async #begin(watcher: Watcher): Promise<Presence[]> {
    this.#watchers.add(watcher);
    return this.#presences(await this.#renewRights(watcher));
  }

  /** Shows at once what it reads: an await between would let an older presence overwrite a newer one. */
  async #recheck(watcher: Watcher): Promise<void> {
    for (const presence of this.#presences(await this.#renewRights(watcher))) watcher.show(presence);
  }

  /** Asks again whom the watcher may see; returns those whom it could not see before. */
  async #renewRights(watcher: Watcher): Promise<LastSeen[]> {
    const { readerId, userIds, allowedIds } = watcher;
    const otherIds = [...userIds].filter((userId) => userId !== readerId);
    const sharing = otherIds.length > 0 ? await this.#deps.users.sharingConversation(readerId, otherIds) : [];
    // Before the next await: what changes during it is put behind the answer.
    watcher.allowedIds = new Set(userIds.has(readerId) ? [readerId, ...sharing] : sharing);
    const news = [...watcher.allowedIds].filter((userId) => !allowedIds.has(userId));
    // Who is here was not last seen at any time; should they go during the await, that is put behind the answer, with its time.
    const away = news.filter((userId) => !this.#live.has(userId));
    const lastSeen = away.length > 0 ? await this.#deps.users.lastSeen(away) : new Map<number, Date>();
    return news.map((userId) => ({ userId, lastSeenAt: lastSeen.get(userId)?.toISOString() ?? null }));
  }

  #presences(people: LastSeen[]): Presence[] {
    return people.map(({ userId, lastSeenAt }) => {
      const status = this.#live.get(userId);
      return status ? { userId, status, lastSeenAt: null } : { userId, status: 'offline', lastSeenAt };
    });
  }

  /** Stored first: whoever asks after the announcement finds the time. */
  async #goOffline(userId: number, lastSeenAt: Date): Promise<void> {
    await this.#rememberOne(userId, lastSeenAt);
    // They may have come back in the meantime.
    if (this.#connections.statusOf(userId) === null) this.#tell(userId, 'offline', lastSeenAt.toISOString());
  }

  async #remember(userIds: number[], lastSeenAt: Date): Promise<void> {
    await Promise.all(userIds.map((userId) => this.#rememberOne(userId, lastSeenAt)));
  }

  async #rememberOne(userId: number, lastSeenAt: Date): Promise<void> {
    try {
      await this.#deps.users.setLastSeen(userId, lastSeenAt);
    } catch (error) {
      this.#deps.log('when somebody was last seen could not be stored', error);
    }
  }

  /** Somebody here changed. */
  #tell(userId: number, status: Presence['status'], lastSeenAt: string | null): void {
    this.#others.tell(userId, status, lastSeenAt);
    this.#update(userId, lastSeenAt);
  }

  /** As all instances together have it: the one that says most is right. */
  #update(userId: number, lastSeenAt: string | null): void {
    const status = best(this.#connections.statusOf(userId), this.#others.statusOf(userId));
    if (status === (this.#live.get(userId) ?? null)) return;
    if (status === null) this.#live.delete(userId);
    else this.#live.set(userId, status);
    this.#watchers.show(
      status ? { userId, status, lastSeenAt: null } : { userId, status: 'offline', lastSeenAt },
    );
  }
}

const best = (one: LiveStatus | null, other: LiveStatus | null): LiveStatus | null =>
  one === 'online' || other === 'online' ? 'online' : (one ?? other);
