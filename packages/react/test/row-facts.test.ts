import { describe, expect, it } from 'vitest';
import { type RowSource, rowFacts } from '../src/message-list/row-facts.ts';

const rules = { dayKey: (at: string) => Date.parse(at.slice(0, 10)), dividerSeq: null };
const minute = 60_000;

function row(fields: Partial<RowSource> & { afterMs?: number } = {}): RowSource {
  const { afterMs = 0, ...rest } = fields;
  const createdAt = new Date(Date.UTC(2026, 0, 1, 12) + afterMs).toISOString();
  return { senderId: 1, isLine: false, seq: 5, createdAt, ...rest };
}

describe('a row among others', () => {
  it('stands alone where there are none', () => {
    const alone = { startsDay: true, startsGroup: true, endsGroup: true, isFirstUnread: false };
    expect(rowFacts(undefined, row(), undefined, rules)).toEqual(alone);
  });

  it('is in one group with what the same person wrote within five minutes', () => {
    const facts = (afterMs: number) =>
      rowFacts(row(), row({ afterMs }), row({ afterMs: 2 * afterMs }), rules);
    expect(facts(5 * minute)).toMatchObject({ startsDay: false, startsGroup: false, endsGroup: false });
    expect(facts(5 * minute + 1)).toMatchObject({ startsGroup: true, endsGroup: true });
  });

  it('is apart from another person’s, and from what the system tells', () => {
    for (const other of [row({ senderId: 2 }), row({ isLine: true })]) {
      expect(rowFacts(other, row(), row(), rules)).toMatchObject({ startsGroup: true, endsGroup: false });
      expect(rowFacts(row(), row(), other, rules)).toMatchObject({ startsGroup: false, endsGroup: true });
    }
    expect(rowFacts(row({ isLine: true }), row({ isLine: true }), undefined, rules).startsGroup).toBe(true);
  });

  it('starts a day, and a group with it', () => {
    const next = row({ createdAt: '2026-01-02T00:00:10.000Z' });
    const before = row({ createdAt: '2026-01-01T23:59:50.000Z' });
    expect(rowFacts(before, next, undefined, rules)).toMatchObject({ startsDay: true, startsGroup: true });
    expect(rowFacts(undefined, before, next, rules).endsGroup).toBe(true);
  });

  it('is the first that is new, and begins a group there', () => {
    const divided = { ...rules, dividerSeq: 5 };
    expect(rowFacts(row({ seq: 4 }), row(), undefined, divided)).toMatchObject({
      isFirstUnread: true,
      startsGroup: true,
    });
    expect(rowFacts(undefined, row({ seq: 4 }), row(), divided)).toMatchObject({
      isFirstUnread: false,
      endsGroup: true,
    });
    // What is on its way has no seq, and neither has a visit without a divider.
    expect(rowFacts(undefined, row({ seq: null }), undefined, rules).isFirstUnread).toBe(false);
  });
});
