import { limits, type Presence } from '@vibe/contract';
import { keepSubscribed } from './keep-subscribed.ts';
import { createPresenceWishes } from './presence-wishes.ts';
import type { SyncContext } from './sync-context.ts';

/** Who is there, and telling whether oneself is. */
export interface PresenceSync {
  /**
   * Keeps `SyncState.presences` current for those people, until the returned function is called. All who ask share one
   * stream, of 200 people at most: beyond that, whoever asked last goes first.
   */
  followPresence(userIds: readonly number[]): () => void;
  /** Whether nobody looks at this screen. */
  setAway(isAway: boolean): void;
  /** To be called on every new connection: the server knows of each one by itself. */
  announce(): void;
}

/** A list that is scrolled changes its mind many times a second; who is there first is not kept waiting. */
const settleMs = 250;

export function createPresence(context: SyncContext): PresenceSync {
  const { api, store, lifeSignal } = context;
  let isAway = false;
  const wishes = createPresenceWishes(limits.presenceUsers);
  let followed: readonly number[] = [];
  let end = new AbortController();
  let isWaiting = false;

  const show = (presences: readonly Presence[]): void =>
    store.update((state) => {
      const known = new Map(state.presences);
      for (const presence of presences) known.set(presence.userId, presence);
      return { ...state, presences: known };
    });
  const forgetOthers = (): void =>
    store.update((state) => {
      const known = [...state.presences].filter(([userId]) => followed.includes(userId));
      return known.length === state.presences.size ? state : { ...state, presences: new Map(known) };
    });
  const tell = (): void => {
    api.presence.set.mutate({ isAway }).catch(() => {});
  };
  const subscribe = (signal: AbortSignal): void => {
    keepSubscribed(
      (ends, onAlive) =>
        api.presence.stream.subscribe(
          { userIds: [...followed] },
          {
            ...ends,
            onData({ presences }) {
              onAlive();
              show(presences);
            },
          },
        ),
      { signal },
    ).catch(() => {});
  };
  const settle = (): void => {
    isWaiting = false;
    const userIds = wishes.userIds();
    if (lifeSignal.aborted || userIds.join() === followed.join()) return;
    end.abort();
    end = new AbortController();
    followed = userIds;
    forgetOthers();
    if (userIds.length > 0) subscribe(AbortSignal.any([end.signal, lifeSignal]));
  };
  const settleSoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(settle, followed.length === 0 ? 0 : settleMs);
  };

  return {
    followPresence(userIds) {
      const takeBack = wishes.add(userIds);
      settleSoon();
      return () => {
        takeBack();
        settleSoon();
      };
    },
    setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (store.getState().connection === 'live') tell();
    },
    announce() {
      if (isAway) tell();
    },
  };
}
