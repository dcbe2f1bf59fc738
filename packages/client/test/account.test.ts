import type { Profile } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSync } from '../src/sync/create-sync.ts';
import { createModel } from '../src/testing/conversation-model.ts';
import { createFakeApi, refusal } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';
import { endSession } from '../src/tokens/end-session.ts';

const somebody: Profile = {
  ...createModel().snapshot().membership.user,
  id: 7,
  fullName: 'Somebody',
  email: null,
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('blocks', () => {
  const answers = {
    'user.listBlocked': () => [somebody],
    'user.block': () => undefined,
    'user.unblock': () => undefined,
  };

  it('are loaded with everything, and the people too', async () => {
    using client = await startSync(answers);
    expect(client.sync.getState().blockedIds).toEqual(new Set([7]));
    expect(client.sync.getState().chat.users.get(7)?.fullName).toBe('Somebody');
    expect(client.sync.getState().chat.users.get(7)).not.toHaveProperty('email');
  });

  it('change once the server has answered', async () => {
    using client = await startSync(answers);
    await client.sync.block(2);
    expect(client.sync.getState().blockedIds).toEqual(new Set([7, 2]));
    await client.sync.unblock(7);
    expect(client.sync.getState().blockedIds).toEqual(new Set([2]));
  });

  it('stay as they are where the server refuses', async () => {
    using client = await startSync({
      ...answers,
      'user.block': () => {
        throw refusal('CONFLICT');
      },
    });
    await expect(client.sync.block(1)).rejects.toThrow('CONFLICT');
    expect(client.sync.getState().blockedIds).toEqual(new Set([7]));
  });

  it('are not undone by an answer that was under way', async () => {
    const answersInTurn: Promise<Profile[]>[] = [Promise.resolve([])];
    using client = await startSync({ ...answers, 'user.listBlocked': () => answersInTurn.shift() });
    let answer = (_: Profile[]) => {};
    answersInTurn.push(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    client.stream().tell({ type: 'reset' }, 'c1');
    await vi.advanceTimersByTimeAsync(0);
    await client.sync.block(2);
    answer([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(client.stream().isOpen).toBe(true);
    expect(client.sync.getState().blockedIds).toEqual(new Set([2]));
  });
});

describe('one’s own profile', () => {
  it('shows a new name at once, everywhere', async () => {
    using client = await startSync({
      'user.update': ({ fullName }: { fullName: string }) => ({
        ...createModel().snapshot().membership.user,
        email: 'me@example.com',
        fullName,
        version: 2,
      }),
    });
    await client.sync.updateProfile({ fullName: 'New' });
    const { me, chat } = client.sync.getState();
    expect(me?.user).toMatchObject({ fullName: 'New', version: 2, email: null });
    expect(chat.users.get(1)?.fullName).toBe('New');
    expect(chat.conversations.get(1)?.conversation.membership.user.fullName).toBe('New');
  });

  it('follows what another device changed', async () => {
    using client = await startSync();
    const { user } = client.model.snapshot().membership;
    client.stream().tell({ type: 'caughtUp' }, 'c1');
    client
      .stream()
      .tell({ type: 'user.updated', user: { ...user, fullName: 'Elsewhere', version: 2 } }, 'c2');
    expect(client.sync.getState().me?.user).toEqual({
      ...user,
      fullName: 'Elsewhere',
      version: 2,
      email: null,
    });
  });
});

describe('signing out everywhere', () => {
  it('ends this session too, once the server has done it', async () => {
    const deeds: string[] = [];
    const { api } = createFakeApi({ 'auth.signOutEverywhere': () => deeds.push('there') });
    const { sync } = createSync(api, new AbortController().signal, {
      endSession: async () => {
        deeds.push('here');
      },
    });
    await sync.signOutEverywhere();
    expect(deeds).toEqual(['there', 'here']);
  });

  it('has the source of tokens find out at once', async () => {
    const asked: string[] = [];
    await endSession({
      token: async () => {
        asked.push('token');
        return 'a';
      },
      refuse: (token) => asked.push(`refuse ${token}`),
      onSignedOut: () => () => {},
    });
    expect(asked).toEqual(['token', 'refuse a', 'token']);
  });
});

it('a report says which message, and why', async () => {
  using client = await startSync({ 'message.report': () => undefined });
  await client.sync.report(5, 'spam');
  expect(client.calls.at(-1)).toEqual({ path: 'message.report', input: { messageId: 5, reason: 'spam' } });
});

it('a password is changed by whoever knows the current one', async () => {
  using client = await startSync({
    'auth.changePassword': () => {
      throw refusal('WRONG_CREDENTIALS');
    },
  });
  const input = { currentPassword: 'wrong', newPassword: 'long enough' };
  await expect(client.sync.changePassword(input)).rejects.toThrow('WRONG_CREDENTIALS');
});
