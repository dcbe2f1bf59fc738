import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Actor, can, type ParticipantRole, type Resource, rights } from '../src/index.ts';

const person = (role: Actor['role'] = 'client'): Actor => ({ userId: 1, role, scopes: [] });
const inGroup = (role: ParticipantRole): Resource => ({
  conversation: { type: 'group' },
  membership: { role },
});

test('the table in docs/rights.md is the table that decides', async () => {
  const rows = Object.entries(rights).map(([action, holders]) => `| \`${action}\` | ${holders.join('; ')} |`);
  const page = await readFile(new URL('../../../docs/rights.md', import.meta.url), 'utf8');
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});

test('a platform admin reads nothing that they are not in', () => {
  const outside: Resource = { conversation: { type: 'group' }, membership: null };
  expect(can(person('admin'), 'conversation.read', outside)).toBe(false);
  expect(can(person('admin'), 'message.read', outside)).toBe(false);
  expect(can(person('admin'), 'message.delete', outside)).toBe(true);
});

test('an admin of a group removes plain members; its owner removes anyone', () => {
  const admin = { userId: 2, role: 'admin' } as const;
  const member = { userId: 3, role: 'member' } as const;
  expect(can(person(), 'participant.remove', { ...inGroup('admin'), target: member })).toBe(true);
  expect(can(person(), 'participant.remove', { ...inGroup('admin'), target: admin })).toBe(false);
  expect(can(person(), 'participant.remove', { ...inGroup('owner'), target: admin })).toBe(true);
});

test('nobody is an admin of a direct conversation', () => {
  const direct: Resource = { conversation: { type: 'direct' }, membership: { role: 'owner' } };
  for (const action of ['conversation.rename', 'participant.add', 'participant.setRole'] as const) {
    expect(can(person(), action, direct)).toBe(false);
  }
});

test('who left the group edits nothing of theirs', () => {
  const message = { senderId: 1, kind: 'text' } as const;
  expect(can(person(), 'message.edit', { ...inGroup('member'), message })).toBe(true);
  expect(can(person(), 'message.edit', { conversation: { type: 'group' }, membership: null, message })).toBe(
    false,
  );
});
