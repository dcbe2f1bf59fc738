import { createTRPCClient, createWSClient, httpBatchLink, TRPCClientError, wsLink } from '@trpc/client';
import type { AppRouter, RouterOutputs } from '@vibe/api';
import type { ErrorData } from '@vibe/contract';
import type { TestServer } from '../src/testing/start-test-server.ts';

/** Calls over HTTP, as an unmodified client makes them. */
export const httpClient = (
  { url }: Pick<TestServer, 'url'>,
  accessToken?: string,
  headers: Record<string, string> = {},
) =>
  createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/trpc`,
        headers: accessToken ? { authorization: `Bearer ${accessToken}`, ...headers } : headers,
      }),
    ],
  });

/** Calls and streams over one socket. `token` is asked for at every connect. For `using`. */
export function socketClient({ wsUrl }: Pick<TestServer, 'wsUrl'>, token: () => string) {
  const opened: number[] = [];
  const closed: (number | undefined)[] = [];
  const socket = createWSClient({
    url: wsUrl,
    connectionParams: () => ({ token: token() }),
    retryDelayMs: () => 50,
    onOpen: () => opened.push(Date.now()),
    onClose: (cause) => closed.push(cause?.code),
  });
  return {
    trpc: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }),
    opened,
    closed,
    [Symbol.dispose]: () => void socket.close(),
  };
}

type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never;
export type SyncEvent = EventOf<RouterOutputs['sync']['stream']>;
export type TypingEvent = EventOf<RouterOutputs['typing']['stream']>;

interface Subscribable<Event> {
  subscribe(
    input: undefined,
    handlers: { onData(event: Event): void; onError(error: unknown): void; onComplete(): void },
  ): { unsubscribe(): void };
}

/** What a stream has sent so far, and whether it is over. */
export function follow<Event>(stream: Subscribable<Event>) {
  const events: Event[] = [];
  const state = { events, isComplete: false, error: undefined as unknown };
  const subscription = stream.subscribe(undefined, {
    onData: (event) => events.push(event),
    onError: (error) => {
      state.error = error;
    },
    onComplete: () => {
      state.isComplete = true;
    },
  });
  return Object.assign(state, { stop: () => subscription.unsubscribe() });
}

/** What a refused call was told. */
export async function refusal(
  call: Promise<unknown>,
): Promise<ErrorData & { message: string; httpStatus: number }> {
  const error: unknown = await call.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof TRPCClientError)) throw error;
  const data: { chat: ErrorData; httpStatus: number } = error.data;
  return { ...data.chat, message: error.message, httpStatus: data.httpStatus };
}
