import { createTRPCClient, wsLink } from '@trpc/client';
import type { AppRouter } from '@vibe/api';
import { closeCodes } from '@vibe/contract';
import { expect, it, vi } from 'vitest';
import { fixedToken, hostTokens, type TokenSource } from '../src/index.ts';
import { createSocket } from '../src/links/socket.ts';

/** Sockets that a test opens and closes by hand. */
function handmadeSockets() {
  const sockets: FakeSocket[] = [];
  class FakeSocket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly OPEN = 1;
    readonly sent: string[] = [];
    readyState = 0;

    constructor() {
      super();
      sockets.push(this);
    }
    open() {
      this.readyState = FakeSocket.OPEN;
      this.dispatchEvent(new Event('open'));
    }
    send(data: string) {
      this.sent.push(data);
    }
    say(frame: unknown) {
      this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
    }
    close(code = 1005) {
      if (this.readyState === FakeSocket.CLOSED) return;
      this.readyState = FakeSocket.CLOSED;
      this.dispatchEvent(Object.assign(new Event('close'), { code }));
    }
  }
  // It keeps to as much of the interface as the client uses.
  return { sockets, WebSocket: FakeSocket as unknown as typeof WebSocket };
}

/** A client that follows a stream over such sockets. */
function openSocket(tokens: TokenSource) {
  const { sockets, WebSocket } = handmadeSockets();
  const socket = createSocket({ url: 'ws://chat.example/trpc', tokens, WebSocket });
  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
  api.sync.stream.subscribe({}, {});
  const opened = async (index: number) => {
    await vi.waitFor(() => expect(sockets).toHaveLength(index + 1));
    const each = sockets[index];
    if (!each) throw new Error('It was opened.');
    each.open();
    await vi.waitFor(() => expect(each.sent.length).toBeGreaterThan(0));
    return each;
  };
  return { opened, [Symbol.dispose]: () => void socket.close() };
}

it('refuses the token of a socket that the server closes as unauthenticated', async () => {
  const tokens = fixedToken('key');
  const onSignedOut = vi.fn();
  tokens.onSignedOut(onSignedOut);
  using client = openSocket(tokens);
  const socket = await client.opened(0);
  expect(socket.sent[0]).toContain('"token":"key"');
  socket.close(closeCodes.unauthenticated);
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

it('does not blame a new token for a socket that was opened with an older one', async () => {
  let token = 'old';
  const refused: string[] = [];
  const tokens: TokenSource = {
    ...hostTokens(async () => token),
    refuse: (each) => refused.push(each),
  };
  using client = openSocket(tokens);
  const first = await client.opened(0);
  token = 'new';
  first.say({ id: null, method: 'reconnect' });
  const second = await client.opened(1);
  expect(second.sent[0]).toContain('"token":"new"');
  first.close(closeCodes.unauthenticated);
  expect(refused).toEqual(['old']);
});
