import type { ChatClient, ChatSync, SyncState } from '@vibe/client';
import { type Answers, answeringApi } from './answering-api.ts';

export interface GalleryClientOptions {
  answers?: Answers;
  /** Everything that is done fails, as it does without a connection. */
  isFailing?: boolean;
}

/** A client whose state is prepared and stays as it is, whatever is done. */
export function galleryClient(
  state: SyncState,
  { answers = {}, isFailing = false }: GalleryClientOptions = {},
): ChatClient {
  const act = async (): Promise<void> => {
    if (isFailing) throw new Error('Everything fails here.');
  };
  const refuse = async (): Promise<never> => {
    throw new Error('Nobody reads reports here.');
  };
  const ignore = (): void => {};
  const follow = () => ignore;
  const sync: ChatSync = {
    getState: () => state,
    subscribe: follow,
    start: ignore,
    openConversation: follow,
    loadNow: ignore,
    followTyping: follow,
    followAllTyping: follow,
    followPresence: follow,
    loadAround: act,
    loadLatest: act,
    loadOlder: act,
    loadNewer: act,
    loadMembers: act,
    loadMoreConversations: act,
    fetchReceipts: act,
    markRead: ignore,
    setAway: ignore,
    keystroke: ignore,
    stopTyping: ignore,
    send: () => '',
    retry: ignore,
    editPending: ignore,
    discard: ignore,
    edit: ignore,
    delete: ignore,
    retryChange: ignore,
    discardChange: ignore,
    report: refuse,
    rename: act,
    leave: act,
    addParticipants: act,
    removeParticipant: act,
    setRole: act,
    setPreference: act,
    updateProfile: act,
    changePassword: act,
    signOutEverywhere: act,
    block: act,
    unblock: act,
    async createConversation() {
      await act();
      return 1;
    },
  };
  return { api: answeringApi(answers), sync, changes: nothing, close: act };
}

async function* nothing(): AsyncGenerator<never, void> {}
