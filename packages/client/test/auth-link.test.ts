import { createTRPCClient, type Operation, type TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@vibe/api';
import { describe, expect, it, vi } from 'vitest';
import { describeFailure, fixedToken, hostTokens, type TokenSource } from '../src/index.ts';
import { authLink, tokenOf } from '../src/links/auth-link.ts';
import { refusal } from '../src/testing/fake-api.ts';

/** Calls whose token is checked by the function. */
function openClient(tokens: TokenSource, isGood: (token: string | null) => boolean) {
  const used: (string | null)[] = [];
  const server: TRPCLink<AppRouter> =
    () =>
    ({ op }: { op: Operation }) =>
      observable<never, TRPCClientError<AppRouter>>((observer) => {
        used.push(tokenOf(op));
        if (isGood(tokenOf(op))) observer.complete();
        else observer.error(refusal('UNAUTHENTICATED'));
      });
  return { used, api: createTRPCClient<AppRouter>({ links: [authLink(tokens), server] }) };
}
const codeOf = (call: Promise<unknown>) => call.catch((error: unknown) => describeFailure(error).code);

describe('a refused token', () => {
  it('is replaced, and the call made again', async () => {
    const given = ['old', 'new'];
    let token = given.shift() ?? null;
    const tokens = hostTokens(async () => token);
    const { used, api } = openClient(
      {
        ...tokens,
        refuse: (old) => {
          tokens.refuse(old);
          token = given.shift() ?? null;
        },
      },
      (each) => each === 'new',
    );
    await codeOf(api.auth.me.query());
    expect(used).toEqual(['old', 'new']);
  });

  it('is not tried without end', async () => {
    let count = 0;
    const { used, api } = openClient(
      hostTokens(async () => `token ${++count}`),
      () => false,
    );
    expect(await codeOf(api.auth.me.query())).toBe('UNAUTHENTICATED');
    expect(used).toEqual(['token 1', 'token 2']);
  });

  it('signs a service out', async () => {
    const tokens = fixedToken('key');
    const onSignedOut = vi.fn();
    tokens.onSignedOut(onSignedOut);
    const { used, api } = openClient(tokens, () => false);
    expect(await codeOf(api.auth.me.query())).toBe('UNAUTHENTICATED');
    expect(used).toEqual(['key', null]);
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
});
