import type { Actor, ParticipantRole, PlatformRole } from '@vibe/contract';
import { expect, test } from 'vitest';
import { hasDeeds, memberDeeds } from '../src/details/member-deeds.ts';
import { member, person } from './people.ts';

const own = person(1);
const other = person(2);

interface Standing {
  platformRole?: PlatformRole;
  ownerCount?: number;
}

function deeds(as: ParticipantRole, to: ParticipantRole, { platformRole, ownerCount }: Standing = {}) {
  const actor: Actor = { userId: own.id, role: platformRole ?? 'client', scopes: [] };
  const group = {
    conversation: { type: 'group' as const },
    membership: member(own, as),
    ownerCount: ownerCount ?? 2,
  };
  return memberDeeds(actor, group, member(other, to));
}

/** Who one is in the group, whom it is done to, the roles that one may give, and whether one may remove them. */
const table: [ParticipantRole, ParticipantRole, ParticipantRole[], boolean][] = [
  ['owner', 'owner', ['admin', 'member'], true],
  ['owner', 'admin', ['owner', 'member'], true],
  ['owner', 'member', ['owner', 'admin'], true],
  ['admin', 'owner', [], false],
  ['admin', 'admin', [], false],
  ['admin', 'member', [], true],
  ['member', 'owner', [], false],
  ['member', 'admin', [], false],
  ['member', 'member', [], false],
];
test.each(table)('%s may do to %s: roles %j, removal %s', (as, to, roles, mayRemove) => {
  expect(deeds(as, to)).toEqual({ mayMessage: true, roles, mayRemove });
});

test('a platform’s admin removes anyone, an owner too, and sets no roles', () => {
  expect(deeds('member', 'owner', { platformRole: 'admin' })).toEqual({
    mayMessage: true,
    roles: [],
    mayRemove: true,
  });
});

test('the last owner keeps the role', () => {
  expect(deeds('owner', 'owner', { ownerCount: 1 }).roles).toEqual([]);
});

test('to oneself one only gives another role, and only as an owner among several', () => {
  const actor: Actor = { userId: own.id, role: 'client', scopes: [] };
  const to = (role: ParticipantRole, ownerCount: number) => {
    const membership = member(own, role);
    return memberDeeds(actor, { conversation: { type: 'group' }, membership, ownerCount }, membership);
  };
  expect(to('owner', 2)).toEqual({ mayMessage: false, roles: ['admin', 'member'], mayRemove: false });
  expect(hasDeeds(to('owner', 1))).toBe(false);
  expect(hasDeeds(to('admin', 1))).toBe(false);
  expect(hasDeeds(to('member', 1))).toBe(false);
});

test('nobody writes to an account that is deactivated; it can still be removed', () => {
  const actor: Actor = { userId: own.id, role: 'client', scopes: [] };
  const gone = member({ ...other, isDeactivated: true });
  const group = { conversation: { type: 'group' as const }, membership: member(own, 'admin'), ownerCount: 1 };
  expect(memberDeeds(actor, group, gone)).toEqual({ mayMessage: false, roles: [], mayRemove: true });
});
