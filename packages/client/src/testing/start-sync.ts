import type { Conversation } from '@vibe/contract';
import { vi } from 'vitest';
import { createSync, type SyncOptions } from '../sync/create-sync.ts';
import { createModel, ownId } from './conversation-model.ts';
import { createFakeApi, type FakeStream } from './fake-api.ts';

type Answers = Parameters<typeof createFakeApi>[0];

/** A person in one group, signed in and loaded at the cursor `c0`. */
export async function startSync(overrides: Answers = {}, options: SyncOptions = {}) {
  const model = createModel();
  const list = () => ({ conversations: [model.snapshot()], nextKey: null, cursor: 'c0' });
  const { api, calls, streams } = createFakeApi({
    'auth.me': () => ({ user: { ...model.snapshot().membership.user, email: null }, scopes: [] }),
    'user.listBlocked': () => [],
    'conversation.list': list,
    'conversation.byId': () => ({ conversation: model.snapshot(), cursor: 'c0' }),
    'message.list': () => ({
      messages: model.messages(),
      users: [],
      hasOlder: false,
      hasNewer: false,
      cursor: 'c0',
    }),
    'receipt.markDelivered': () => model.snapshot().receipts.find(({ userId }) => userId === ownId),
    ...overrides,
  });
  const life = new AbortController();
  const { sync, signOut } = createSync(api, life.signal, options);
  sync.start();
  await vi.advanceTimersByTimeAsync(0);
  return {
    sync,
    signOut,
    model,
    calls,
    streams,
    stream: (): FakeStream => {
      const open = streams.filter(({ path, isOpen }) => path === 'sync.stream' && isOpen);
      if (open[0] && open.length === 1) return open[0];
      throw new Error(`There are ${open.length} open streams.`);
    },
    group: (): Conversation['id'] | undefined => [...sync.getState().chat.conversations.keys()][0],
    name: () => sync.getState().chat.conversations.get(1)?.conversation.name,
    [Symbol.dispose]: () => life.abort(),
  };
}
