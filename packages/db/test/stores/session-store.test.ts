import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, openStores, type TestStores } from '../fixtures/open-stores.ts';

describe.each(engines)('the session store on %s', (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openStores(engine);
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const now = new Date('2026-05-01T12:00:00.123Z');
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  async function begin(userId: number, refreshHash: string | null = 'first') {
    const id = randomUUID();
    await stores.sessions.create({
      id,
      userId,
      scopes: [],
      refreshHash,
      label: 'Firefox',
      expiresAt: later(3600),
    });
    return id;
  }
  const rotate = (sessionId: string, refreshHash: string, nextRefreshHash: string, at = now) =>
    stores.sessions.rotate({
      sessionId,
      refreshHash,
      nextRefreshHash,
      now: at,
      graceMs: 30_000,
      expiresAt: later(7200),
    });

  test('a session is kept as it was made', async () => {
    const [ann] = await stores.people('Ann');
    const id = randomUUID();
    await stores.sessions.create({
      id,
      userId: ann,
      scopes: ['users:write'],
      refreshHash: null,
      label: 'bot',
      expiresAt: now,
    });
    expect(await stores.sessions.byId(id)).toEqual({
      id,
      userId: ann,
      scopes: ['users:write'],
      expiresAt: now,
      revokedAt: null,
      user: expect.objectContaining({ id: ann, isDeactivated: false }),
    });
  });

  test('what is no session id names no session', async () => {
    expect(await stores.sessions.byId('no uuid')).toBeNull();
    expect(await stores.sessions.byId(randomUUID())).toBeNull();
    expect(await rotate('no uuid', 'a', 'b')).toEqual({ outcome: 'ended' });
    expect(await rotate(randomUUID(), 'a', 'b')).toEqual({ outcome: 'ended' });
    await stores.sessions.revoke('no uuid');
  });

  test('the current token rotates, and prolongs the session', async () => {
    const [ann] = await stores.people('Ann');
    const id = await begin(ann);
    expect(await rotate(id, 'first', 'second')).toEqual({
      outcome: 'rotated',
      session: { id, userId: ann, scopes: [], expiresAt: later(7200), revokedAt: null },
    });
    expect(await rotate(id, 'second', 'third', later(1))).toMatchObject({ outcome: 'rotated' });
  });

  test('the token before repeats within the grace; after it, it ends the session', async () => {
    const [ann] = await stores.people('Ann');
    const id = await begin(ann);
    await rotate(id, 'first', 'second');
    expect(await rotate(id, 'first', 'second', later(29))).toMatchObject({
      outcome: 'repeated',
      session: { revokedAt: null },
    });
    expect(await rotate(id, 'first', 'second', later(30))).toMatchObject({
      outcome: 'reused',
      session: { id, revokedAt: later(30) },
    });
    expect(await rotate(id, 'second', 'third', later(31))).toEqual({ outcome: 'ended' });
  });

  test('a token from further back ends the session at once', async () => {
    const [ann] = await stores.people('Ann');
    const id = await begin(ann);
    await rotate(id, 'first', 'second');
    await rotate(id, 'second', 'third', later(1));
    expect(await rotate(id, 'first', 'second', later(2))).toMatchObject({ outcome: 'reused' });
    expect((await stores.sessions.byId(id))?.revokedAt).toEqual(later(2));
  });

  test('expired sessions have ended; a key without a refresh token is not touched by any', async () => {
    const [ann] = await stores.people('Ann');
    const expired = await begin(ann);
    expect(await rotate(expired, 'first', 'second', later(3600))).toEqual({ outcome: 'ended' });
    const key = await begin(ann, null);
    expect(await rotate(key, 'first', 'second')).toEqual({ outcome: 'ended' });
    expect((await stores.sessions.byId(key))?.revokedAt).toBeNull();
  });

  test('revoking ends one; revoking all ends the live others and names them', async () => {
    const [ann, bob] = await stores.people('Ann', 'Bob');
    const [one, two, three, other] = [await begin(ann), await begin(ann), await begin(ann), await begin(bob)];
    await stores.sessions.revoke(one);
    const revokedAt = (await stores.sessions.byId(one))?.revokedAt;
    expect(revokedAt).toBeInstanceOf(Date);
    await stores.sessions.revoke(one);
    expect((await stores.sessions.byId(one))?.revokedAt).toEqual(revokedAt);
    expect(await stores.sessions.revokeAll(ann, two)).toEqual([three]);
    expect((await stores.sessions.byId(two))?.revokedAt).toBeNull();
    expect(await stores.sessions.revokeAll(ann)).toEqual([two]);
    expect((await stores.sessions.byId(other))?.revokedAt).toBeNull();
  });

  test('of what expired before a moment, the oldest is deleted first, revoked or not, and no more than asked for', async () => {
    const [ann] = await stores.people('Ann');
    const expiring = async (seconds: number) => {
      const id = randomUUID();
      const expiresAt = new Date(Date.UTC(2020, 0, 1) + seconds * 1000);
      await stores.sessions.create({ id, userId: ann, scopes: [], refreshHash: null, label: '', expiresAt });
      return id;
    };
    const [third, first, second, kept] = [
      await expiring(3),
      await expiring(1),
      await expiring(2),
      await expiring(4),
    ];
    await stores.sessions.revoke(second);
    await stores.sessions.revoke(kept);
    const left = async () => {
      const rows = await stores.prisma.session.findMany({
        where: { id: { in: [first, second, third, kept] } },
      });
      return rows.map(({ id }) => id).sort();
    };
    const before = new Date(Date.UTC(2020, 0, 1, 0, 0, 4));
    expect(await stores.sessions.deleteExpired(before, 2)).toBe(2);
    expect(await left()).toEqual([third, kept].sort());
    expect(await stores.sessions.deleteExpired(before, 2)).toBe(1);
    expect(await stores.sessions.deleteExpired(before, 2)).toBe(0);
    expect(await left()).toEqual([kept]);
  });
});
