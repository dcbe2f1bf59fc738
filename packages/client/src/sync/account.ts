import type { ChangePasswordInput, UpdateProfileInput } from '@vibe/contract';
import { foldUsers, userOf } from '../folds/fold-user.ts';
import type { SyncContext } from './sync-context.ts';

/** What people change about themselves. All of it rejects with what `describeFailure` puts into words. */
export interface Account {
  /** A field that is left out stays as it is. Shows in `SyncState.me` and wherever the person is shown. */
  updateProfile(fields: UpdateProfileInput): Promise<void>;
  /** Ends the person's other sessions. Rejects with `WRONG_CREDENTIALS` where the current password is another. */
  changePassword(input: ChangePasswordInput): Promise<void>;
  /** Ends all of the person's sessions, this one too. */
  signOutEverywhere(): Promise<void>;
  /** Keeps somebody from writing to the person directly. Shows in `SyncState.blockedIds`. */
  block(userId: number): Promise<void>;
  unblock(userId: number): Promise<void>;
}

export function createAccount(context: SyncContext, endSession: () => Promise<void>): Account {
  const { user, auth } = context.api;

  const showBlock = (userId: number, isBlocked: boolean): void =>
    context.store.update((state) => {
      const others = [...state.blockedIds].filter((id) => id !== userId);
      return { ...state, blockedIds: new Set(isBlocked ? [...others, userId] : others) };
    });

  return {
    async updateProfile(fields) {
      const profile = await user.update.mutate(fields);
      context.fold((chat) => foldUsers(chat, [userOf(profile)]));
    },
    changePassword: async (input) => auth.changePassword.mutate(input),
    async signOutEverywhere() {
      await auth.signOutEverywhere.mutate();
      await endSession();
    },
    async block(userId) {
      await user.block.mutate({ userId });
      showBlock(userId, true);
    },
    async unblock(userId) {
      await user.unblock.mutate({ userId });
      showBlock(userId, false);
    },
  };
}
