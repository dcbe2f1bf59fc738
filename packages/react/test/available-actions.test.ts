import type { Message, Participant, ParticipantRole, PlatformRole } from '@vibe/contract';
import { expect, test } from 'vitest';
import { availableActions } from '../src/message-actions/available-actions.ts';

interface Situation {
  by?: 'me' | 'other';
  type?: 'direct' | 'group';
  role?: ParticipantRole;
  platformRole?: PlatformRole;
  hasLinks?: boolean;
  change?: Partial<Message>;
}

function offered({ by = 'me', type = 'direct', role = 'member', ...more }: Situation): string[] {
  const { platformRole = 'client', hasLinks = true, change } = more;
  return availableActions({
    actor: { userId: 1, role: platformRole, scopes: [] },
    conversation: { type, membership: membership(role) },
    message: { ...message, senderId: by === 'me' ? 1 : 2, ...change },
    hasLinks,
  });
}

const membership = (role: ParticipantRole): Participant => ({
  conversationId: 7,
  userId: 1,
  role,
  joinedAt: '2026-01-01T00:00:00.000Z',
  leftAt: null,
  visibleFromSeq: 0,
  joinVersion: 1,
  version: 1,
  user: { id: 1, fullName: 'Maya', avatarUrl: null, role: 'client', isDeactivated: false, version: 1 },
});

const message: Message = {
  id: 3,
  conversationId: 7,
  seq: 3,
  senderId: 1,
  clientId: '',
  kind: 'text',
  content: 'hello',
  payload: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  version: 3,
};

test('an own message can be changed, followed and taken back', () => {
  expect(offered({})).toEqual(['copy', 'edit', 'info', 'copyLink', 'delete']);
});

test('another’s can be copied and reported', () => {
  expect(offered({ by: 'other' })).toEqual(['copy', 'copyLink', 'report']);
  expect(offered({ by: 'other', type: 'group' })).toEqual(['copy', 'copyLink', 'report']);
});

test('a group’s admins and the platform’s may delete what others wrote', () => {
  for (const situation of [{ role: 'admin' }, { role: 'owner' }, { platformRole: 'admin' }] as const) {
    expect(offered({ by: 'other', type: 'group', ...situation })).toContain('delete');
  }
});

test('there is no link where the host page has no addresses', () => {
  expect(offered({ hasLinks: false })).not.toContain('copyLink');
});

test('of a deleted message, and of what the system tells, only the link is left', () => {
  const deleted = { content: null, deletedAt: '2026-01-02T00:00:00.000Z' };
  expect(offered({ change: deleted })).toEqual(['copyLink']);
  expect(offered({ change: deleted, hasLinks: false })).toEqual([]);
  expect(offered({ change: { kind: 'system', content: null }, type: 'group', role: 'owner' })).toEqual([
    'copyLink',
  ]);
});
