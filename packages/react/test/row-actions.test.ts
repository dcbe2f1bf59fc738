import { createModel, ownId } from '@vibe/client/testing';
import type { Actor } from '@vibe/contract';
import { expect, test } from 'vitest';
import { rowActions } from '../src/conversation-list/row-actions.ts';

const actor: Actor = { userId: ownId, role: 'client', scopes: [] };
const conversation = createModel().snapshot();
const nowMs = Date.UTC(2026, 5, 1);

test('a conversation can be pinned, muted and archived', () => {
  expect(rowActions(conversation, actor, nowMs)).toEqual(['pin', 'mute', 'archive']);
});

test('what was done can be undone, and what is unread marked as read', () => {
  const at = '2026-05-01T00:00:00.000Z';
  const preference = {
    ...conversation.preference,
    pinnedAt: at,
    archivedAt: at,
    mutedUntil: '9999-12-31T00:00:00.000Z',
  };
  const kept = { ...conversation, unreadCount: 3, preference };
  expect(rowActions(kept, actor, nowMs)).toEqual(['markRead', 'unpin', 'unmute', 'unarchive']);
});

test('a conversation whose muting has ended can be muted', () => {
  const preference = { ...conversation.preference, mutedUntil: '2026-05-01T00:00:00.000Z' };
  expect(rowActions({ ...conversation, preference }, actor, nowMs)).toContain('mute');
});
