import type { Presence } from '@vibe/contract';
import { keepSubscribed } from './keep-subscribed.ts';
import type { SyncContext } from './sync-context.ts';

/** Who is there, and telling whether oneself is. */
export interface PresenceSync {
  /** Keeps `SyncState.presences` current for those people (200 at most), until the returned function is called. */
  followPresence(userIds: readonly number[]): () => void;
  /** Whether nobody looks at this screen. */
  setAway(isAway: boolean): void;
  /** To be called on every new connection: the server knows of each one by itself. */
  announce(): void;
}

export function createPresence(context: SyncContext): PresenceSync {
  let isAway = false;

  const show = (presences: readonly Presence[]): void =>
    context.store.update((state) => {
      const known = new Map(state.presences);
      for (const presence of presences) known.set(presence.userId, presence);
      return { ...state, presences: known };
    });
  const tell = (): void => {
    context.api.presence.set.mutate({ isAway }).catch(() => {});
  };

  return {
    followPresence(userIds) {
      const end = new AbortController();
      const signal = AbortSignal.any([end.signal, context.lifeSignal]);
      keepSubscribed(
        (ends, onAlive) =>
          context.api.presence.stream.subscribe(
            { userIds: [...userIds] },
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
      return () => end.abort();
    },
    setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (context.store.getState().connection === 'live') tell();
    },
    announce() {
      if (isAway) tell();
    },
  };
}
