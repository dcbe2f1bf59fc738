import type { Participant, Receipt } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createModel } from '../src/testing/conversation-model.ts';
import { refusal } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';

const count = 250;
const told = createModel().snapshot();
const everybody: Participant[] = Array.from({ length: count }, (_, index) => ({
  ...told.membership,
  userId: index + 1,
  user: { ...told.membership.user, id: index + 1 },
}));
const receipts: Receipt[] = everybody.map(({ userId }) => ({
  conversationId: 1,
  userId,
  deliveredSeq: 3,
  deliveredAt: null,
  readSeq: 2,
  readAt: null,
}));

const large = { ...told, lastSeq: 3, participantCount: count };
const summary = { ...large, participants: everybody.slice(0, 20), receipts: [] };
const whole = { ...large, participants: everybody, receipts: [] };

const openGroup = () =>
  startSync({
    'conversation.list': () => ({ conversations: [summary], nextKey: null, cursor: 'c0' }),
    'conversation.byId': () => ({ conversation: whole, cursor: 'c0' }),
    'receipt.list': ({ after, limit }: { after: number; limit: number }) => ({
      receipts: receipts.slice(after, after + limit),
      nextUserId: after + limit < count ? after + limit : null,
    }),
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a large group', () => {
  it('shows all its members when they are asked for, with one call', async () => {
    using group = await openGroup();
    const known = () => group.sync.getState().chat.conversations.get(1);
    expect(known()).toMatchObject({ hasAllParticipants: false });
    await Promise.all([group.sync.loadMembers(1), group.sync.loadMembers(1)]);
    expect(known()?.hasAllParticipants).toBe(true);
    expect(known()?.conversation.participants).toHaveLength(count);
    expect(group.calls.filter(({ path }) => path === 'conversation.byId')).toHaveLength(1);
  });

  it('tells how far everybody got when it is asked, page by page', async () => {
    using group = await openGroup();
    await group.sync.fetchReceipts(1);
    const known = group.sync.getState().chat.conversations.get(1);
    expect(known?.conversation.receipts).toEqual(receipts);
    const pages = group.calls.filter(({ path }) => path === 'receipt.list').map(({ input }) => input);
    expect(pages).toEqual([0, 100, 200].map((after) => ({ conversationId: 1, after, limit: 100 })));
  });

  it('is shown as absent where it is not there any more', async () => {
    using group = await startSync({
      'receipt.list': () => {
        throw refusal('NOT_FOUND');
      },
    });
    await group.sync.fetchReceipts(1);
    expect(group.sync.getState().chat.absentIds).toEqual(new Set([1]));
  });
});
