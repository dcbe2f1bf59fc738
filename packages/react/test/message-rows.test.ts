import type { PendingMessage } from '@vibe/client';
import { createModel, ownId } from '@vibe/client/testing';
import { describe, expect, it } from 'vitest';
import { createItems } from '../src/message-list/list-items.ts';
import { createRows } from '../src/message-list/message-rows.ts';

function messagesOf(count: number) {
  const model = createModel();
  for (let sent = 0; sent < count; sent++) model.apply({ do: 'send', who: sent });
  return model.messages();
}
const waiting = (clientId: string): PendingMessage => ({
  clientId,
  content: `waiting ${clientId}`,
  createdAt: '2026-02-01T00:00:00.000Z',
  failure: null,
});

describe('the rows of a list', () => {
  it('are the stored messages, and after them those on their way', () => {
    const rows = createRows(messagesOf(3), [waiting('a'), waiting('b')], ownId);
    expect(rows.count).toBe(5);
    expect(rows.at(2)).toMatchObject({ seq: 3, message: { seq: 3 }, pending: null });
    expect(rows.at(4)).toMatchObject({
      seq: null,
      senderId: ownId,
      message: null,
      pending: { clientId: 'b' },
    });
    expect(rows.at(5)).toBeUndefined();
    expect(rows.at(-1)).toBeUndefined();
    expect(rows.contentLengthAt(4)).toBe('waiting b'.length);
  });

  it('keep their keys when they are stored, and no two have the same', () => {
    const messages = messagesOf(3);
    const [own] = messages;
    if (!own) throw new Error('There are three.');
    const before = createRows([], [waiting(own.clientId), waiting('b')], ownId);
    const after = createRows([own], [waiting('b')], ownId);
    expect([after.keyAt(0), after.keyAt(1)]).toEqual([before.keyAt(0), before.keyAt(1)]);
    expect(after.at(0)?.key).toBe(after.keyAt(0));
    // Others may have chosen the same.
    const rows = createRows(
      messages.map((message) => ({ ...message, clientId: 'same' })),
      [],
      ownId,
    );
    expect(new Set([0, 1, 2].map(rows.keyAt)).size).toBe(3);
  });

  it('are found by seq, or the nearest one, and by key', () => {
    const rows = createRows(messagesOf(9).slice(3), [waiting('a')], ownId);
    expect([1, 4, 6, 9, 99].map(rows.indexOfSeq)).toEqual([0, 0, 2, 5, 5]);
    expect(createRows([], [], ownId).indexOfSeq(3)).toBe(-1);
    for (const index of [0, 5, 6]) expect(rows.indexOfKey(rows.keyAt(index))).toBe(index);
    expect(rows.indexOfKey('nobody:nothing')).toBe(-1);
  });

  it('come after how the conversation began, where that is known', () => {
    const rows = createRows(messagesOf(2), [], ownId);
    const [all, some] = [createItems(rows, true), createItems(rows, false)];
    expect([all.count, some.count]).toEqual([3, 2]);
    expect([all.keyAt(0), all.rowIndexAt(0), all.contentLengthAt(0)]).toEqual(['beginning', -1, 0]);
    for (const items of [all, some]) {
      const last = items.count - 1;
      expect(items.keyAt(last)).toBe(rows.keyAt(1));
      expect(items.indexOfKey(rows.keyAt(1))).toBe(last);
      expect(items.indexOfRow(items.rowIndexAt(last))).toBe(last);
      expect(items.indexOfKey('nobody:nothing')).toBe(-1);
    }
  });
});
