import { randomUUID } from 'node:crypto';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { AppRouter } from '@vibe/api';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import type { SyncEvent } from './clients.ts';

/** Sockets of an unmodified client. What the second one is told is held back until it is let through. */
function heldSockets() {
  const sockets: { socket: WebSocket; sent: string[] }[] = [];
  const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<void>();
  class HeldSocket extends WebSocket {
    readonly #at = sockets.length;

    constructor(url: string | URL) {
      super(url);
      sockets.push({ socket: this, sent: [] });
    }

    override send(frame: string): void {
      sockets[this.#at]?.sent.push(frame);
      super.send(frame);
    }

    override dispatchEvent(event: Event): boolean {
      if (this.#at === 0 || event.type !== 'message') return super.dispatchEvent(event);
      void isLetThrough.then(() => super.dispatchEvent(event));
      return true;
    }
  }
  return { HeldSocket, sockets, letThrough };
}

test('P19: an unmodified client that moves its stream to another socket gets all that the new one brings', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ann, bob] = [await server.signUp('Ann'), await server.signUp('Bob')];
  const { id: conversationId } = await server.chat.createConversation(bob.caller, {
    type: 'direct',
    userId: ann.user.id,
  });
  const say = (content: string) =>
    server.chat.sendMessage(bob.caller, { conversationId, clientId: randomUUID(), content });

  const { HeldSocket, sockets, letThrough } = heldSockets();
  const socket = createWSClient({
    url: server.wsUrl,
    WebSocket: HeldSocket,
    connectionParams: { token: ann.accessToken },
  });
  const events: SyncEvent['data'][] = [];
  const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
  client.sync.stream.subscribe({}, { onData: ({ data }) => events.push(data) });
  const types = () => events.map(({ type }) => type);
  // A sweep that comes in between tells of more.
  await vi.waitFor(() => expect(types()).toContain('caughtUp'));

  const reconnect = new MessageEvent('message', { data: '{"id":null,"method":"reconnect"}' });
  sockets[0]?.socket.dispatchEvent(reconnect);
  await vi.waitFor(() => expect(sockets[1]?.sent.join()).toContain('sync.stream'));
  await say('while it moves');
  await vi.waitFor(() => expect(types()).toContain('message.sent'));
  letThrough();
  const ready = () => types().lastIndexOf('ready');
  await vi.waitFor(() => expect(ready()).toBeGreaterThan(0));
  await vi.waitFor(() => expect(types().slice(ready())).toContain('caughtUp'));
  await say('when it has moved');
  const said = () =>
    events.flatMap((event) => (event.type === 'message.sent' ? [event.message.content] : []));
  await vi.waitFor(() => expect(said()).toContain('when it has moved'));
  await socket.close();
});
