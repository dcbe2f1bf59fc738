import { type ChatClient, type ChatState, createChatClient, fixedToken, type SyncState } from '@vibe/client';
import { createLine, type Line } from './line.ts';
import { watchState } from './watch-state.ts';

/** One screen of one person: the real client, over a line that can fail. */
export interface Device extends AsyncDisposable {
  readonly line: Line;
  readonly openIds: ReadonlySet<number>;
  /** What went wrong on the screen at any moment, in words. */
  readonly violations: readonly string[];
  sync(): ChatClient['sync'];
  state(): SyncState;
  chat(): ChatState;
  open(conversationId: number): void;
  close(conversationId: number): void;
  /** As a page that is loaded again: everything that was known is gone. */
  reload(): Promise<void>;
}

export function createDevice(url: string, accessToken: string): Device {
  const line = createLine();
  const closers = new Map<number, () => void>();
  const violations: string[] = [];

  const start = (): ChatClient => {
    const started = createChatClient({
      url: `${url}/trpc`,
      token: fixedToken(accessToken),
      WebSocket: line.WebSocket,
    });
    watchState(started.sync, violations);
    started.sync.start();
    return started;
  };
  let client = start();

  const open = (conversationId: number): void => {
    if (!closers.has(conversationId))
      closers.set(conversationId, client.sync.openConversation(conversationId));
  };
  return {
    line,
    get openIds() {
      return new Set(closers.keys());
    },
    violations,
    sync: () => client.sync,
    state: () => client.sync.getState(),
    chat: () => client.sync.getState().chat,
    open,
    close(conversationId) {
      closers.get(conversationId)?.();
      closers.delete(conversationId);
    },
    async reload() {
      const openIds = [...closers.keys()];
      closers.clear();
      const before = client;
      line.turnPage();
      client = start();
      for (const conversationId of openIds) open(conversationId);
      await before.close();
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
