import type { SyncState } from './sync-state.ts';

/** `me` is the same person as among `chat.users`, who may have changed their name on another device. */
export function withOwnProfile(state: SyncState): SyncState {
  const { me, chat } = state;
  const user = me && chat.users.get(me.user.id);
  if (!user || user.version <= me.user.version) return state;
  return { ...state, me: { ...me, user: { ...me.user, ...user } } };
}
