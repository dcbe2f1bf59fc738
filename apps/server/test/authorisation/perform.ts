import { createTRPCUntypedClient, createWSClient, httpLink, TRPCClientError, wsLink } from '@trpc/client';
import type { AnyProcedure, ProcedureType } from '@trpc/server';
import { type AppRouter, appRouter } from '@vibe/api';
import type { ErrorCode } from '@vibe/contract';
import type { TestServer } from '../../src/testing/start-test-server.ts';

/** What came back: an answer, or the code of a refusal. */
export type Result = { answer: unknown } | { code: ErrorCode };

export interface Request {
  server: TestServer;
  path: string;
  input: unknown;
  /** Null for who is signed out. */
  accessToken: string | null;
  headers: Record<string, string>;
}

/** By path. tRPC types it as the tree that it was made from. */
const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure | undefined>;

export const kindOf = (path: string): ProcedureType | undefined => procedures[path]?._def.type;

/** One call over HTTP. */
export function callOverHttp({ server, path, input, accessToken, headers }: Request): Promise<Result> {
  const authorization = accessToken === null ? {} : { authorization: `Bearer ${accessToken}` };
  const link = httpLink({ url: `${server.url}/trpc`, headers: { ...headers, ...authorization } });
  const client = createTRPCUntypedClient<AppRouter>({ links: [link] });
  return resultOf(kindOf(path) === 'query' ? client.query(path, input) : client.mutation(path, input));
}

/** One call over a socket of its own. */
export async function callOverSocket({ server, path, input, accessToken }: Request): Promise<Result> {
  using socket = openSocket(server, accessToken);
  return await resultOf(socket.client.mutation(path, input));
}

/**
 * A stream over a socket of its own: the first event that is `wanted`, or the code with which it was refused. When it has
 * begun, `happening` is called.
 */
export async function firstEvent(
  { server, path, input, accessToken }: Request,
  wanted: (event: unknown) => boolean,
  happening: () => Promise<unknown>,
): Promise<Result> {
  using socket = openSocket(server, accessToken);
  const begun = Promise.withResolvers<void>();
  const found = Promise.withResolvers<unknown>();
  socket.client.subscription(path, input, {
    onData(data) {
      begun.resolve();
      const event = untracked(data);
      if (wanted(event)) found.resolve(event);
    },
    onError: found.reject,
    onComplete: () => found.reject(new Error('the stream ended')),
  });
  await Promise.race([begun.promise, found.promise.catch(() => {})]);
  // When it is refused nothing may happen: the database has to stay as it was.
  void begun.promise.then(happening).catch(found.reject);
  return await resultOf(found.promise);
}

/** Durable events come with the cursor to resume from. */
const untracked = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'data' in data ? data.data : data;

function openSocket({ wsUrl }: TestServer, accessToken: string | null) {
  const token = accessToken === null ? {} : { connectionParams: { token: accessToken } };
  const socket = createWSClient({ url: wsUrl, ...token });
  const client = createTRPCUntypedClient<AppRouter>({ links: [wsLink({ client: socket })] });
  return { client, [Symbol.dispose]: () => void socket.close() };
}

async function resultOf(call: Promise<unknown>): Promise<Result> {
  try {
    return { answer: await call };
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const { data }: { data?: { chat?: { code: ErrorCode } } } = error;
    if (!data?.chat) throw error;
    return { code: data.chat.code };
  }
}
