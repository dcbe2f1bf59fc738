import { createTRPCClient } from '@trpc/client';
import type { AppRouter } from '@vibe/api';
import type { ChatApi } from './api.ts';
import { chatLinks } from './links/chat-links.ts';
import { endpoints } from './links/endpoints.ts';
import { createSocket } from './links/socket.ts';
import type { OpenOutbox } from './outbox/outbox-store.ts';
import { pageOutbox } from './outbox/page-outbox.ts';
import { type Change, changeFeed } from './sync/change-feed.ts';
import { type ChatSync, createSync } from './sync/create-sync.ts';
import { endSession } from './tokens/end-session.ts';
import type { TokenSource } from './tokens/token-source.ts';

export interface ChatClientOptions {
  /** The tRPC endpoint, such as `https://chat.example/trpc`; in a browser also `/trpc`. */
  url: string;
  token: TokenSource;
  /** For runtimes that have none, as Node before 22: the one of the package `ws`. */
  WebSocket?: typeof WebSocket;
  /**
   * Opens what keeps messages, edits, deletions and read marks until the server has acknowledged them, so that a reload, a
   * crash or days without a connection lose none; null: nothing does. By default the page's IndexedDB, where there is one;
   * a service may give `fileOutbox` of `@vibe/client/node`, or its own. They are kept by person, and cleared when that
   * person signs out.
   */
  storage?: OpenOutbox | null;
  /** The session ended, here or elsewhere. The client is closed by then: a new sign-in takes a new one. */
  onSignedOut?: () => void;
}

/** One person's, or one service's, connection to the chat, from sign-in to sign-out. */
export interface ChatClient {
  /** Every procedure, typed by the server's router. */
  readonly api: ChatApi;
  /** What a screen shows, kept current once started. */
  readonly sync: ChatSync;
  /**
   * Everything that happens from `cursor` on (null: from now), at least once each, through restarts of either side. For
   * services: keep the cursor of what has been dealt with. Rejects when the server refuses it for good.
   */
  changes(request?: {
    cursor?: string | null;
    conversationId?: number;
    signal?: AbortSignal;
  }): AsyncGenerator<Change, void>;
  /** Ends the connection and everything that goes on over it. */
  close(): Promise<void>;
}

/** @throws Error where there is no `WebSocket`, and none was given */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const { url, token, WebSocket, onSignedOut } = options;
  const { http, socket: socketUrl } = endpoints(url);
  const { storage = pageOutbox(http) } = options;
  const socket = createSocket({ url: socketUrl, tokens: token, ...(WebSocket && { WebSocket }) });
  const api: ChatApi = createTRPCClient<AppRouter>({ links: chatLinks(http, token, socket) });
  const life = new AbortController();
  const { sync, signOut } = createSync(api, life.signal, {
    endSession: () => endSession(token),
    storage,
  });

  const close = async (): Promise<void> => {
    stopListening();
    life.abort();
    await socket.close();
  };
  const stopListening = token.onSignedOut(() => {
    signOut();
    close().catch(() => {});
    onSignedOut?.();
  });

  return {
    api,
    sync,
    changes({ cursor = null, conversationId, signal } = {}) {
      return changeFeed(api, {
        cursor,
        ...(conversationId !== undefined && { conversationId }),
        signal: signal ? AbortSignal.any([signal, life.signal]) : life.signal,
      });
    },
    close,
  };
}
