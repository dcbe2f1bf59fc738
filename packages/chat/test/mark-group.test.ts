import type { Receipt } from '@vibe/contract';
import { expect, test, vi } from 'vitest';
import type { Bus, Notice } from '../src/ports/bus.ts';
import type { Mark, MarkResult } from '../src/ports/receipt-store.ts';
import { markGroup } from '../src/receipt/mark-group.ts';

const markOf = (conversationId: number, userId: number): Mark => ({
  conversationId,
  userId,
  deliveredSeq: 5,
  readSeq: 5,
});

const receiptOf = ({ conversationId, userId, deliveredSeq, readSeq }: Mark): Receipt => ({
  conversationId,
  userId,
  deliveredSeq,
  readSeq,
  deliveredAt: '2026-01-01T00:00:00.000Z',
  readAt: '2026-01-01T00:00:00.000Z',
});

test('the bus is rung once for each conversation in which somebody came further, with all who did', async () => {
  const [ann, bob, cat, dan] = [markOf(1, 11), markOf(2, 12), markOf(1, 13), markOf(1, 14)];
  const written = new Map<Mark, MarkResult | null>([
    [ann, { receipt: receiptOf(ann), isAdvanced: true, conversationVersion: 7, participantCount: 3 }],
    [bob, { receipt: receiptOf(bob), isAdvanced: false, conversationVersion: 2, participantCount: 2 }],
    [cat, { receipt: receiptOf(cat), isAdvanced: true, conversationVersion: 8, participantCount: 4 }],
    [dan, null],
  ]);
  const notices: Notice[] = [];
  const bus: Bus = {
    publish: (notice) => notices.push(notice),
    subscribe: vi.fn(),
    follow: vi.fn(),
    isConnected: true,
  };
  const mark = async (marks: Mark[]) => marks.map((one) => written.get(one) ?? null);
  const results = await markGroup({ bus, receipts: { mark, list: vi.fn() } }, [...written.keys()]);
  expect(results).toEqual([...written.values()]);
  expect(notices).toEqual([
    {
      topic: 'receipts',
      conversationId: 1,
      receipts: [receiptOf(ann), receiptOf(cat)],
      conversationVersion: 8,
      participantCount: 4,
    },
  ]);
});
