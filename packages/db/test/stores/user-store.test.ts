import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the user store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const signUp = (email: string, fullName = 'Ann') =>
    stores.users.createWithPassword({ email, fullName, passwordHash: 'hash', role: 'trainer' });

  test('a password identity has its address alone, whatever the case', async () => {
    const user = await signUp('Ann.Élan@Example.com');
    expect(user).toEqual({
      id: expect.any(Number),
      fullName: 'Ann',
      avatarUrl: null,
      role: 'trainer',
      isDeactivated: false,
      version: 1,
      email: 'Ann.Élan@Example.com',
    });
    expect(await signUp('ANN.élan@example.COM')).toBeNull();
    expect(await stores.users.credentialsByEmail('ann.élan@example.com')).toEqual({
      userId: user?.id,
      passwordHash: 'hash',
    });
    expect(await stores.users.credentialsByEmail('nobody@example.com')).toBeNull();
    expect(await stores.users.byId(user?.id ?? 0)).toEqual(user);
    await stores.users.setPasswordHash(user?.id ?? 0, 'new hash');
    expect(await stores.users.passwordHash(user?.id ?? 0)).toBe('new hash');
  });

  test('people of a host platform are never found by their address', async () => {
    const email = `${randomUUID()}@example.com`;
    const host = { issuer: 'host', externalId: email, fullName: 'Host Ann', email, role: 'client' as const };
    const { user } = await stores.users.upsert(host);
    expect(await stores.users.credentialsByEmail(email)).toBeNull();
    expect(await stores.users.passwordHash(user.id)).toBeNull();
    expect(await signUp(email)).toMatchObject({ email });
  });

  test('an upsert writes only what differs, leaves what is not given, and ends a deactivation', async () => {
    const input = {
      issuer: 'host',
      externalId: randomUUID(),
      fullName: 'Ann',
      email: 'a@b.c',
      role: 'client' as const,
    };
    const { user, isChanged } = await stores.users.upsert(input);
    expect([user, isChanged]).toEqual([expect.objectContaining({ email: 'a@b.c', version: 1 }), true]);
    expect(await stores.users.upsert(input)).toEqual({ user, isChanged: false });
    const { email: _, ...withoutEmail } = input;
    expect(await stores.users.upsert(withoutEmail)).toEqual({ user, isChanged: false });
    expect(await stores.users.upsert({ ...input, email: null, avatarUrl: 'https://a/b.png' })).toEqual({
      user: { ...user, email: null, avatarUrl: 'https://a/b.png', version: 2 },
      isChanged: true,
    });
    await stores.users.deactivate(user.id);
    expect(await stores.users.upsert(withoutEmail)).toMatchObject({
      isChanged: true,
      user: { isDeactivated: false, avatarUrl: 'https://a/b.png', version: 4 },
    });
  });

  test('who is recognized is made or changed as by an upsert, unless they are deactivated', async () => {
    const input = { issuer: 'host', externalId: randomUUID(), fullName: 'Ann', role: 'client' } as const;
    const { user, isChanged } = await stores.users.recognize(input);
    expect([user, isChanged]).toEqual([expect.objectContaining({ fullName: 'Ann', version: 1 }), true]);
    expect(await stores.users.recognize(input)).toEqual({ user, isChanged: false });
    const renamed = { ...user, fullName: 'Ann B.', version: 2 };
    expect(await stores.users.recognize({ ...input, fullName: 'Ann B.' })).toEqual({
      user: renamed,
      isChanged: true,
    });
    await stores.users.deactivate(user.id);
    expect(await stores.users.recognize(input)).toEqual({
      user: { ...renamed, isDeactivated: true, version: 3 },
      isChanged: false,
    });
  });

  test('a profile changes where something is given', async () => {
    const [ann] = await stores.people('Ann');
    expect(await stores.users.update(ann, { fullName: 'Anna' })).toMatchObject({
      id: ann,
      fullName: 'Anna',
      version: 2,
    });
    expect(await stores.users.update(ann, { avatarUrl: 'https://a/b.png' })).toMatchObject({
      avatarUrl: 'https://a/b.png',
    });
    expect(await stores.users.update(ann, { avatarUrl: null })).toMatchObject({
      fullName: 'Anna',
      avatarUrl: null,
      version: 4,
    });
    expect(await stores.users.update(ann, {})).toMatchObject({ version: 4 });
    await expect(stores.users.update(2 ** 31 - 1, { fullName: 'Nobody' })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
  });

  test('search finds names whatever their case, and takes wildcards for what they are', async () => {
    const tag = randomUUID();
    const names = ['50% off', '50 of', 'a_b', 'axb', 'back\\slash', 'ÉCOLE', 'Straße'].map(
      (name) => `${name} ${tag}`,
    );
    await stores.people(...names);
    const found = async (query: string) =>
      (await stores.users.search(`${query} ${tag}`, { limit: 10, after: null })).map(({ fullName }) =>
        fullName.replace(` ${tag}`, ''),
      );
    expect(await found('50%')).toEqual([]);
    expect(await found('0% OFF')).toEqual(['50% off']);
    expect(await found('a_b')).toEqual(['a_b']);
    expect(await found('back\\slash')).toEqual(['back\\slash']);
    expect(await found('éco')).toEqual([]);
    expect(await found('école')).toEqual(['ÉCOLE']);
    expect((await stores.users.search('', { limit: 3, after: null })).length).toBe(3);
  });

  test('search goes by name, then id, in pages without holes or repeats; the deactivated are left out', async () => {
    const tag = randomUUID();
    const ids = await stores.people(...['b', 'a', 'b', 'B', 'é', 'a', 'z'].map((name) => `${name} ${tag}`));
    await stores.users.deactivate(ids[6] ?? 0);
    const found: string[] = [];
    let after: { fullName: string; id: number } | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof stores.users.search>> = await stores.users.search(tag, {
        limit: 2,
        after,
      });
      found.push(...page.map(({ fullName, id }) => `${fullName[0]}${ids.indexOf(id)}`));
      after = page.at(-1) ?? null;
      if (page.length < 2) break;
    }
    expect(found).toEqual(['B3', 'a1', 'a5', 'b0', 'b2', 'é4']);
  });

  test('deactivating is idempotent, ends every session, and hides from the active', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const sessionId = randomUUID();
    await stores.sessions.create({
      id: sessionId,
      userId: ann,
      scopes: [],
      refreshHash: 'h',
      label: '',
      expiresAt: new Date('2099-01-01'),
    });
    expect(await stores.users.activeByIds([bob, ann, 2 ** 31 - 1])).toMatchObject([{ id: ann }, { id: bob }]);
    expect(await stores.users.deactivate(ann)).toEqual({
      user: expect.objectContaining({ id: ann, isDeactivated: true, version: 2 }),
      revokedSessionIds: [sessionId],
    });
    expect(await stores.users.deactivate(ann)).toMatchObject({ user: { version: 2 }, revokedSessionIds: [] });
    expect(await stores.users.activeByIds([ann, bob])).toMatchObject([{ id: bob }]);
    expect(await stores.users.deactivate(2 ** 31 - 1)).toBeNull();
  });

  test('blocks are idempotent, one way, and listed', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    await stores.users.block(ann, bob);
    await stores.users.block(ann, bob);
    expect(await stores.users.hasBlocked(ann, bob)).toBe(true);
    expect(await stores.users.hasBlocked(bob, ann)).toBe(false);
    expect(await stores.users.listBlocked(ann)).toMatchObject([{ id: bob, fullName: 'Bob' }]);
    await stores.users.unblock(ann, bob);
    await stores.users.unblock(ann, bob);
    expect(await stores.users.listBlocked(ann)).toEqual([]);
  });

  test('last seen only rises, and is no change of the person', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const mark = await stores.changeLog.mark();
    const at = new Date('2026-05-01T12:00:00.123Z');
    await stores.users.setLastSeen(ann, at);
    await stores.users.setLastSeen(ann, new Date('2026-04-01'));
    expect(await stores.users.lastSeen([ann, bob])).toEqual(new Map([[ann, at]]));
    expect((await stores.changeLog.sweep(mark)).users).toEqual([]);
  });

  test('a service is an account of its own', async () => {
    expect(await stores.users.createService('Echo')).toMatchObject({
      fullName: 'Echo',
      role: 'service',
      email: null,
    });
  });

  test('people share a conversation while both are in it', async () => {
    const [ann, bob, cleo] = await stores.people('Ann', 'Bob', 'Cleo');
    const id = await stores.group([ann, bob]);
    await stores.group([cleo, bob]);
    expect(await stores.users.sharingConversation(ann, [bob, cleo, bob])).toEqual([bob]);
    await stores.conversations.change(id, (group) => group.remove(bob));
    expect(await stores.users.sharingConversation(ann, [bob, cleo])).toEqual([]);
    expect(await stores.users.sharingConversation(bob, [ann, cleo])).toEqual([cleo]);
  });
});
