import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '@vibe/api';

const url = '/trpc';

/** The plain client, for whoever is signed in. */
export async function signedInApi() {
  const { accessToken } = await createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url })],
  }).auth.refresh.mutate();
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url,
        maxItems: 20,
        maxURLLength: 6_000,
        headers: { authorization: `Bearer ${accessToken}` },
      }),
    ],
  });
}

export type PlainApi = Awaited<ReturnType<typeof signedInApi>>;
