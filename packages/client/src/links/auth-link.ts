import { type Operation, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import type { AppRouter } from '@vibe/api';
import { describeFailure } from '../chat-failure.ts';
import type { TokenSource } from '../tokens/token-source.ts';

/** The token that a call goes with. */
export function tokenOf(operation: Operation): string | null {
  const { accessToken } = operation.context;
  return typeof accessToken === 'string' ? accessToken : null;
}

/**
 * Gives each call the token of the moment. A call refused as `UNAUTHENTICATED` was not begun: it is made once more, with
 * a new token if there is one.
 */
export const authLink =
  (tokens: TokenSource): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let call: Unsubscribable | null = null;
      let isStopped = false;
      const fail = (cause: unknown) =>
        observer.error(TRPCClientError.from(new Error('No access token', { cause })));

      const attempt = async (refused: string | null): Promise<void> => {
        const accessToken = await tokens.token();
        if (isStopped) return;
        call = next({ ...op, context: { ...op.context, accessToken } }).subscribe({
          ...observer,
          error(error) {
            const isRefused = describeFailure(error).code === 'UNAUTHENTICATED' && accessToken !== null;
            if (isRefused) tokens.refuse(accessToken);
            if (!isRefused || refused !== null) return observer.error(error);
            attempt(accessToken).catch(fail);
          },
        });
      };

      attempt(null).catch(fail);
      return () => {
        isStopped = true;
        call?.unsubscribe();
      };
    });
