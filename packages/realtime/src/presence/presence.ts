import type { Bus, Clock, Live, Notice, UserStore } from '@vibe/chat';
import { limits, type Presence, type PresenceEvent } from '@vibe/contract';
import { ephemeralStream } from '../hub/ephemeral-stream.ts';
import type { HubObserver } from '../hub/hub-context.ts';
import type { StreamDeps } from '../hub/stream-deps.ts';
import type { Log } from '../log.ts';
import { Connections, type LiveStatus } from './connections.ts';
import { Watcher } from './watcher.ts';
import { Watchers } from './watchers.ts';

type PresenceRequest = Parameters<Live['presence']>[0];
type LastSeen = Pick<Presence, 'userId' | 'lastSeenAt'>;
type PresenceNotice = Extract<Notice, { topic: 'presence' }>;

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
  readonly #watchers: Watchers;
  /** As every instance has it; whoever is not in it is offline. */
  readonly #live = new Map<number, LiveStatus>();
  readonly #unsubscribe: () => void;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
    this.#connections = new Connections({
      clock: deps.clock,
      graceMs: limits.presenceGraceMs,
      changed: (userId, status, at) => {
        if (status === 'offline') void this.#goOffline(userId, at);
        else this.#announce(userId, status, null);
      },
    });
    this.#watchers = new Watchers((watcher) => this.#recheck(watcher), deps.log);
    this.#unsubscribe = deps.bus.subscribe((notice) => {
      if (notice.topic === 'presence') this.#hear(notice);
    });
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

  async *stream(request: PresenceRequest): AsyncGenerator<PresenceEvent, void, undefined> {
    const watcher = new Watcher(request.userId, request.userIds);
    const narrowed = { ...request, conversationId: null };
    const batches = ephemeralStream(this.#deps.streams, narrowed, watcher.presences, () =>
      this.#begin(watcher),
    );
    try {
      for await (const presences of batches) yield { type: 'presence.changed', presences };
    } finally {
      this.#watchers.delete(watcher);
    }
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
    this.#unsubscribe();
    this.#watchers.clear();
    const all = this.#connections.takeAll();
    await Promise.all(all.map(([userId, lastSeenAt]) => this.#goOffline(userId, lastSeenAt)));
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
    const lastSeen = news.length > 0 ? await this.#deps.users.lastSeen(news) : new Map<number, Date>();
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
    try {
      await this.#deps.users.setLastSeen(userId, lastSeenAt);
    } catch (error) {
      this.#deps.log('when somebody was last seen could not be stored', error);
    }
    // They may have come back in the meantime.
    if (this.#connections.statusOf(userId) === null)
      this.#announce(userId, 'offline', lastSeenAt.toISOString());
  }

  #announce(userId: number, status: Presence['status'], lastSeenAt: string | null): void {
    this.#set({ userId, status, lastSeenAt });
    this.#deps.bus.publish({ topic: 'presence', userId, status, lastSeenAt });
  }

  /** Another instance may not know of a connection here that says more: it is told. */
  #hear({ userId, status, lastSeenAt }: PresenceNotice): void {
    const here = this.#connections.statusOf(userId);
    const isLess = here === 'online' ? status !== 'online' : here === 'away' && status === 'offline';
    if (here && isLess) this.#announce(userId, here, null);
    else this.#set({ userId, status, lastSeenAt });
  }

  #set(presence: Presence): void {
    const { userId, status } = presence;
    if (status === (this.#live.get(userId) ?? 'offline')) return;
    if (status === 'offline') this.#live.delete(userId);
    else this.#live.set(userId, status);
    this.#watchers.show(presence);
  }
}
