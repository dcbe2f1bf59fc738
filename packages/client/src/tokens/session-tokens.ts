import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '@vibe/api';
import type { Profile, SignedIn, SignInInput, SignUpInput } from '@vibe/contract';
import { describeFailure } from '../chat-failure.ts';
import { timedFetch } from '../links/timed-fetch.ts';
import { oneAtATime } from '../locks/one-at-a-time.ts';
import { createSignedOutBell } from './signed-out-bell.ts';
import { tokenLifetimeMs } from './token-lifetime.ts';
import type { TokenSource } from './token-source.ts';

/** The built-in identity's session in a browser: its refresh token is in an HttpOnly cookie, which no script sees. */
export interface SessionTokens extends TokenSource {
  /** Who is signed in here since an earlier visit; null when nobody is. Rejects when the server cannot be reached. */
  restore(): Promise<Profile | null>;
  /** Rejects with `WRONG_CREDENTIALS`; `describeFailure` tells. */
  signIn(input: SignInInput): Promise<Profile>;
  /** Rejects with `EMAIL_TAKEN`; `describeFailure` tells. */
  signUp(input: SignUpInput): Promise<Profile>;
  /** Ends the session, on the server too. Rejects when that cannot be reached: the session then goes on. */
  signOut(): Promise<void>;
}

interface Session {
  user: Profile;
  token: string;
  /** By this machine's clock, which `token` was received by. */
  renewAt: number;
  expiresAt: number;
}

/** A new token is asked for when a quarter of the old one's life is left. */
const renewAfter = 0.75;

/** @param url Of the tRPC endpoint, on the page's own site: the cookie goes nowhere else. */
export function sessionTokens({ url }: { url: string }): SessionTokens {
  const bell = createSignedOutBell();
  const auth = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url,
        fetch: timedFetch,
        headers: () => (session ? { authorization: `Bearer ${session.token}` } : {}),
      }),
    ],
  }).auth;
  let session: Session | null = null;
  // From then on nobody is signed in until somebody says so: what is still under way must not go on as someone else.
  let isOver = false;
  let refreshing: Promise<Session | null> | null = null;

  const open = (signedIn: SignedIn): Session => {
    session = newSession(signedIn);
    isOver = false;
    return session;
  };
  const end = () => {
    session = null;
    isOver = true;
    bell.ring();
  };

  const refresh = async (): Promise<Session | null> => {
    const before = session;
    try {
      // Tabs share the cookie: each waits for the one that the tab before it was given.
      const signedIn = await oneAtATime(`vibe-chat:refresh ${url}`, () => auth.refresh.mutate());
      // Somebody else signed in meanwhile, in another tab: this tab shows one person's chats, and must not go on as another.
      if (before && before.user.id !== signedIn.user.id) end();
      else if (session === before) open(signedIn);
      return session;
    } catch (error) {
      if (describeFailure(error).code !== 'UNAUTHENTICATED') throw error;
      if (before && session === before) end();
      return session;
    }
  };
  /** One at a time: all who need a token here wait for the same answer. */
  const refreshOnce = (): Promise<Session | null> => {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };

  return {
    async token() {
      const now = Date.now();
      if (session && now < session.renewAt) return session.token;
      const known = session;
      if (!known) return isOver ? null : ((await refreshOnce())?.token ?? null);
      const renewed = refreshOnce();
      // While the old token is good, a refresh that fails may be tried again later.
      if (now < known.expiresAt) return (await renewed.catch(() => known))?.token ?? null;
      return (await renewed)?.token ?? null;
    },
    refuse(token) {
      // It stays the same session: a refresh that is under way compares.
      if (session?.token === token) Object.assign(session, { renewAt: 0, expiresAt: 0 });
    },
    onSignedOut: bell.onSignedOut,
    restore: async () => (session ?? (await refreshOnce()))?.user ?? null,
    signIn: async (input) => open(await auth.signIn.mutate(input)).user,
    signUp: async (input) => open(await auth.signUp.mutate(input)).user,
    async signOut() {
      if (!session) return;
      await auth.signOut.mutate().catch(ignoreEnded);
      end();
    },
  };
}

function newSession({ user, accessToken, expiresAt }: SignedIn): Session {
  const now = Date.now();
  const lifetimeMs = tokenLifetimeMs(accessToken) ?? Date.parse(expiresAt) - now;
  return { user, token: accessToken, renewAt: now + lifetimeMs * renewAfter, expiresAt: now + lifetimeMs };
}

function ignoreEnded(error: unknown): void {
  if (describeFailure(error).code !== 'UNAUTHENTICATED') throw error;
}
