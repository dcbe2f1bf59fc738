import type { Participant } from '@vibe/contract';

/**
 * Who owns the group when that member goes: its longest-standing admin, else its longest-standing member. Null where an owner
 * stays, or nobody does.
 */
export function successorOf(members: readonly Participant[], leavingId: number): Participant | null {
  const leaving = members.find(({ userId }) => userId === leavingId);
  const staying = members.filter(({ userId }) => userId !== leavingId);
  if (leaving?.role !== 'owner' || staying.some(({ role }) => role === 'owner')) return null;
  const byStanding = staying.sort((a, b) => a.joinVersion - b.joinVersion);
  return byStanding.find(({ role }) => role === 'admin') ?? byStanding[0] ?? null;
}
