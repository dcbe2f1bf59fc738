import {
  type createWSClient,
  httpBatchLink,
  type Operation,
  splitLink,
  type TRPCLink,
  wsLink,
} from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@vibe/api';
import { limits } from '@vibe/contract';
import type { TokenSource } from '../tokens/token-source.ts';
import { authLink, tokenOf } from './auth-link.ts';
import { timedFetch } from './timed-fetch.ts';

/** Longer addresses are refused by some servers and proxies; what would not fit goes in a request of its own. */
const urlChars = 6_000;

/** So many marks at a time go over the socket: what one tick brings is one frame, which takes `limits.batchCalls`. */
const marksAtATime = 20;

/**
 * Streams, typing and presence go over the socket, since they belong to it, and so do marks while it is open: there a call
 * costs the server less, and a crowd's marks are overtaken by what people write. Everything else goes over HTTP, in batches: it
 * does not fail when the socket drops.
 */
export const chatLinks = (
  url: string,
  tokens: TokenSource,
  socket: ReturnType<typeof createWSClient>,
): TRPCLink<AppRouter>[] => {
  let marks = 0;
  const countMarks: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      observable((observer) => {
        const share = isMark(op) ? 1 : 0;
        marks += share;
        const call = next(op).subscribe(observer);
        return () => {
          marks -= share;
          call.unsubscribe();
        };
      });
  const mayMarkOverSocket = () => socket.connection?.state === 'open' && marks < marksAtATime;
  return [
    splitLink({
      condition: (operation) => belongsToSocket(operation) || (isMark(operation) && mayMarkOverSocket()),
      true: [countMarks, wsLink({ client: socket })],
      false: [
        authLink(tokens),
        httpBatchLink({
          url,
          fetch: timedFetch,
          maxItems: limits.batchCalls,
          maxURLLength: urlChars,
          headers: ({ opList: [operation] }) => authorization(tokenOf(operation)),
        }),
      ],
    }),
  ];
};

const belongsToSocket = ({ type, path }: Operation): boolean =>
  type === 'subscription' || path.startsWith('typing.') || path.startsWith('presence.');

const isMark = ({ path }: Operation): boolean => path.startsWith('receipt.mark');

const authorization = (token: string | null): { authorization?: string } =>
  token === null ? {} : { authorization: `Bearer ${token}` };
